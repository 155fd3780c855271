//! Values of a TOML file, each of the kind that its key wants, or a finding at its place.
//!
//! A number may also stand as text, so that fractions and distributions are written as in a table: `duration_h = "tri(1|2|4)"`.

use super::cell::Input;
use super::columns::Holds;
use super::dialect::Decimal;
use super::toml_doc::{Doc, Section};
use super::words::{self, Word};
use crate::diagnostic::{Finding, Instead};
use crate::network::Confidence;
use crate::units::{Level, Measure, Quantity, Time};
use std::ops::Range;
use toml::Spanned;
use toml::de::DeValue;

/// A number as it stands in the file.
struct Number<'t> {
    text: &'t str,
    span: Range<usize>,
}

impl Doc<'_> {
    /// A text.
    pub(super) fn string<'t>(&mut self, section: Section<'t>, key: &str) -> Option<(&'t str, Range<usize>)> {
        let value = section.entries.get(key)?;
        if let DeValue::String(text) = value.get_ref() {
            return Some((text.as_ref(), value.span()));
        }
        self.wrong(value.span(), key, "text");
        None
    }

    /// A text of its own.
    pub(super) fn text(&mut self, section: Section, key: &str) -> Option<String> {
        self.string(section, key).map(|(text, _)| text.to_owned())
    }

    /// `true` or `false`.
    pub(super) fn boolean(&mut self, section: Section, key: &str) -> Option<bool> {
        let value = section.entries.get(key)?;
        let boolean = value.get_ref().as_bool();
        if boolean.is_none() {
            self.wrong(value.span(), key, "boolean");
        }
        boolean
    }

    /// A number, a fraction or a distribution.
    pub(super) fn quantity<T: Measure>(&mut self, section: Section, key: &str, holds: Holds) -> Option<Quantity<T>> {
        let number = self.number(section.entries.get(key)?, key)?;
        self.read(key, holds, &number)
    }

    /// A number or a fraction.
    pub(super) fn fixed<T: Measure>(&mut self, section: Section, key: &str, holds: Holds) -> Option<T> {
        let number = self.number(section.entries.get(key)?, key)?;
        self.read_fixed(key, holds, &number)
    }

    /// `[low, high]`, or one number for both.
    pub(super) fn range<T: Measure + PartialOrd>(&mut self, section: Section, key: &str, holds: Holds) -> Option<(T, T)> {
        let value = section.entries.get(key)?;
        let DeValue::Array(ends) = value.get_ref() else {
            return self.fixed(section, key, holds).map(|both| (both, both));
        };
        let mut ends = ends.iter();
        let (Some(low), Some(high), None) = (ends.next(), ends.next(), ends.next()) else {
            self.wrong(value.span(), key, "range");
            return None;
        };
        let (low, high) = (self.number(low, key), self.number(high, key));
        let low = low.and_then(|low| self.read_fixed::<T>(key, holds, &low));
        let high = high.and_then(|high| self.read_fixed::<T>(key, holds, &high));
        let (low, high) = (low?, high?);
        if low > high {
            self.wrong(value.span(), key, "range");
            return None;
        }
        Some((low, high))
    }

    /// `high`, `medium`, `low` or a number from 0 to 1.
    pub(super) fn confidence(&mut self, section: Section) -> Option<Confidence> {
        let key = "confidence";
        let number = self.number(section.entries.get(key)?, key)?;
        let sure = Input { name: key, holds: Holds::Confidence, text: number.text, decimal: Decimal::Point, instead: Instead::Nothing }
            .confidence();
        sure.map_err(|finding| self.report(number.span, finding)).ok()
    }

    /// One of the words of a list.
    pub(super) fn word<T: Copy>(&mut self, section: Section, key: &str, meanings: &'static [(Word, T)]) -> Option<T> {
        let (text, span) = self.string(section, key)?;
        let meaning = words::meaning(meanings, text);
        if meaning.is_none() {
            let nearest = crate::network::nearest(&words::fold(text), words::all(meanings));
            let (column, text) = (key.to_owned(), text.to_owned());
            self.report(span, Finding::UnknownWord { column, text, allowed: words::english(meanings), nearest });
        }
        meaning
    }

    fn number<'t>(&mut self, value: &'t Spanned<DeValue<'t>>, key: &str) -> Option<Number<'t>> {
        let text = match value.get_ref() {
            DeValue::Integer(number) if number.radix() == 10 => number.as_str(),
            DeValue::Float(number) => number.as_str(),
            DeValue::String(text) => text.as_ref(),
            _ => {
                self.wrong(value.span(), key, "number");
                return None;
            }
        };
        Some(Number { text: text.trim(), span: value.span() })
    }

    fn read<T: Measure>(&mut self, key: &str, holds: Holds, number: &Number) -> Option<Quantity<T>> {
        self.read_or(key, holds, number, |finding| finding)
    }

    fn read_or<T: Measure>(&mut self, key: &str, holds: Holds, number: &Number, told: impl Fn(Finding) -> Finding) -> Option<Quantity<T>> {
        let input = Input { name: key, holds, text: number.text, decimal: Decimal::Point, instead: Instead::Nothing };
        input.quantity().map_err(|finding| self.report(number.span.clone(), told(finding))).ok()
    }

    fn read_fixed<T: Measure>(&mut self, key: &str, holds: Holds, number: &Number) -> Option<T> {
        let read = self.read(key, holds, number)?;
        self.one(key, number, &read)
    }

    /// One number, where a distribution would be no answer.
    fn one<T: Measure>(&mut self, key: &str, number: &Number, read: &Quantity<T>) -> Option<T> {
        match read {
            Quantity::Fixed(value) => Some(*value),
            Quantity::Spread(_) => {
                self.wrong(number.span.clone(), key, "number");
                None
            }
        }
    }

    /// A number or a fraction, of which a fault may be told otherwise.
    pub(super) fn number_or<T: Measure>(
        &mut self,
        section: Section,
        key: &str,
        holds: Holds,
        told: impl Fn(Finding) -> Finding,
    ) -> Option<T> {
        let number = self.number(section.entries.get(key)?, key)?;
        let read = self.read_or(key, holds, &number, told)?;
        self.one(key, &number, &read)
    }

    /// A moment or duration in hours.
    pub(super) fn hours(&mut self, section: Section, key: &str) -> Option<Time> {
        self.fixed(section, key, Holds::Hours)
    }

    /// Levels between which something lay.
    pub(super) fn levels(&mut self, section: Section, key: &str) -> Option<(Level, Level)> {
        self.range(section, key, Holds::Share)
    }
}
