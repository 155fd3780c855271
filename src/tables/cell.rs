//! One cell: from its text to a value, or to the finding that says why not.
//!
//! Invariant: a cell that reaches this file is not empty.

use super::columns::{Column, Holds};
use super::dialect::Decimal;
use super::words::{self, Word, is_none};
use crate::diagnostic::{Finding, Instead};
use crate::network::{Cell, Confidence, Duration, Importance};
use crate::units::{Amount, End, Level, Magnitude, Measure, NumberFault, Probability, Quantity, Time};
use std::borrow::Cow;

/// So many bytes of a cell are repeated in a finding.
const MAX_TEXT: usize = 200;

/// The text of a cell and the column that it stands in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Input<'c> {
    /// The column by its English name.
    pub(super) name: &'c str,
    /// What it holds.
    pub(super) holds: Holds,
    /// The text, trimmed.
    pub(super) text: &'c str,
    /// What stands before decimals.
    pub(super) decimal: Decimal,
    /// What may stand in place of a number.
    pub(super) instead: Instead,
}

impl<'c> Input<'c> {
    pub(super) fn new(column: &'static Column, text: &'c str, decimal: Decimal) -> Self {
        Self { name: column.name, holds: column.holds, text, decimal, instead: column.instead() }
    }

    /// Hours, `none`, or a distribution.
    pub(super) fn hours(self) -> Result<Cell<Duration>, Finding> {
        self.cell::<Time>()
    }

    /// An amount, `none`, or a distribution.
    pub(super) fn amount(self) -> Result<Cell<Quantity<Amount>>, Finding> {
        self.cell::<Amount>()
    }

    /// Hours, known as one number.
    pub(super) fn duration(self) -> Result<Time, Finding> {
        Time::parse_hours(&self.with_point()).map_err(|fault| self.fault(fault))
    }

    /// A number that limits are made of.
    pub(super) fn magnitude(self) -> Result<Magnitude, Finding> {
        Magnitude::parse(&self.with_point()).map_err(|fault| self.fault(fault))
    }

    /// An amount that is added up, or a distribution of one; `none` is nothing.
    pub(super) fn sum(self) -> Result<Quantity<Amount>, Finding> {
        const MOST: f64 = Magnitude::MAX_UNITS as f64;
        match self.amount()? {
            Cell::Is(amount) if amount.at(End::High).value() > MOST || amount.at(End::Middle).value() > MOST => {
                Err(self.fault(NumberFault::OutOfRange))
            }
            Cell::Is(amount) => Ok(amount),
            Cell::NotStated | Cell::None => Ok(Quantity::Fixed(Amount::ZERO)),
        }
    }

    fn cell<T: Measure>(self) -> Result<Cell<Quantity<T>>, Finding> {
        if is_none(self.text) { Ok(Cell::None) } else { self.quantity().map(Cell::Is) }
    }

    /// A number, a fraction or a distribution.
    pub(super) fn quantity<T: Measure>(self) -> Result<Quantity<T>, Finding> {
        Quantity::parse(&self.with_point()).map_err(|fault| self.fault(fault))
    }

    /// A share of one, known as one number.
    pub(super) fn part(self) -> Result<Level, Finding> {
        Level::parse(&self.with_point()).map_err(|fault| self.fault(fault))
    }

    /// A share in percent, known as one number.
    pub(super) fn percent(self) -> Result<Level, Finding> {
        Level::parse_percent(&self.with_point()).map_err(|fault| self.fault(fault))
    }

    /// A probability or a distribution of one.
    pub(super) fn probability(self) -> Result<Quantity<Probability>, Finding> {
        self.quantity()
    }

    /// `essential`, or a weight above 0.
    pub(super) fn importance(self) -> Result<Importance, Finding> {
        if words::meaning(words::IMPORTANCES, self.text).is_some() {
            return Ok(Importance::Essential);
        }
        if !self.text.contains(|sign: char| sign.is_ascii_digit()) {
            return Err(self.unknown_word(words::IMPORTANCES));
        }
        match self.quantity::<Level>()? {
            Quantity::Fixed(Level::ZERO) => Err(self.fault(NumberFault::OutOfRange)),
            weight => Ok(Importance::Supporting(weight)),
        }
    }

    /// A word for how sure, or a number from 0 to 1.
    pub(super) fn confidence(self) -> Result<Confidence, Finding> {
        if let Some(sure) = words::meaning(words::CONFIDENCES, self.text) {
            return Ok(Confidence(sure));
        }
        match Probability::from_text(&self.with_point()) {
            Ok(sure) => Ok(Confidence(sure.value())),
            Err(NumberFault::OutOfRange) => Err(self.fault(NumberFault::OutOfRange)),
            Err(_) => Err(self.unknown_word(words::CONFIDENCES)),
        }
    }

    /// Degrees between -`bound` and `bound`.
    pub(super) fn degrees(self, bound: u16) -> Result<f64, Finding> {
        let text = self.with_point();
        let is_number = text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.".contains(&byte));
        match text.parse::<f64>() {
            Ok(degrees) if is_number && degrees.abs() <= f64::from(bound) => Ok(degrees),
            Ok(_) if is_number => Err(self.fault(NumberFault::OutOfRange)),
            _ => Err(self.fault(NumberFault::NotANumber)),
        }
    }

    /// A word that the column knows.
    pub(super) fn word<T: Copy>(self, meanings: &'static [(Word, T)]) -> Result<T, Finding> {
        words::meaning(meanings, self.text).ok_or_else(|| self.unknown_word(meanings))
    }

    /// A word that the column knows, or `none`.
    pub(super) fn word_or_none<T: Copy>(self, meanings: &'static [(Word, T)]) -> Result<Cell<T>, Finding> {
        if is_none(self.text) { Ok(Cell::None) } else { self.word(meanings).map(Cell::Is) }
    }

    /// Whether a point stands where thousands are pointed off, in a file whose decimal mark is a comma.
    pub(super) fn is_pointed_thousands(self) -> bool {
        let parts = self.text.split_once('.');
        self.decimal == Decimal::Comma
            && matches!(self.holds, Holds::Hours | Holds::Amount | Holds::Duration | Holds::Magnitude | Holds::Sum)
            && parts.is_some_and(|(head, tail)| {
                let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
                matches!(head.len(), 1..=3) && tail.len() == 3 && digits(head) && digits(tail) && !head.starts_with('0')
            })
    }

    fn with_point(self) -> Cow<'c, str> {
        let has_comma = match self.decimal {
            Decimal::Point => false,
            Decimal::Comma => self.text.contains(','),
            // Between the arguments of a distribution a comma may stand for a bar.
            Decimal::Either => self.text.contains(',') && (!self.text.contains('(') || self.text.contains('|')),
        };
        if has_comma { Cow::Owned(self.text.replace(',', ".")) } else { Cow::Borrowed(self.text) }
    }

    fn fault(self, fault: NumberFault) -> Finding {
        let (column, text) = (self.name.to_owned(), self.shown());
        match fault {
            NumberFault::NotANumber => Finding::NotANumber { column, text, instead: self.instead },
            NumberFault::BadSpread => Finding::BadDistribution { column, text },
            NumberFault::OutOfRange => Finding::OutOfRange { column, text, allowed: self.holds.range().unwrap_or_default().to_owned() },
        }
    }

    fn unknown_word<T>(self, meanings: &'static [(Word, T)]) -> Finding {
        let mut allowed = words::english(meanings);
        allowed.extend(self.holds.range().map(str::to_owned));
        if self.holds == Holds::WordOrNone {
            allowed.push("none".to_owned());
        }
        let nearest = crate::network::nearest(&words::fold(self.text), words::all(meanings).filter(|word| word.len() > 1));
        Finding::UnknownWord { column: self.name.to_owned(), text: self.shown(), allowed, nearest }
    }

    fn shown(self) -> String {
        self.text[..self.text.floor_char_boundary(MAX_TEXT)].to_owned()
    }
}
