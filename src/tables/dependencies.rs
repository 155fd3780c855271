//! The dependencies table: from the lines of one part of a file to rows.
//!
//! A file without quotes is read in parts side by side; what comes out does not depend on where it was cut, because texts are numbered
//! in the order of their first appearance and faults are told in the order of lines.

use super::cell::Input;
use super::columns::Slot;
use super::detail::{self, SeenDetails};
use super::findings::Findings;
use super::header::Header;
use super::row::Row;
use super::scan::Scanner;
use super::table::OpenTable;
use super::words::{is_failed_formula, is_none};
use crate::diagnostic::Diagnostic;
use crate::network::{DependencyDetail, DependencyRow, IN_DETAIL, NO_DETAIL, NOT_STATED, NameId, RowColumns, Texts};
use crate::units::{Level, ONE_PPM, Quantity};

/// A part has no more texts than this, give or take those of a row.
const MAX_TEXTS: usize = 1 << 20;
/// A text is met about every so many bytes of a table.
const BYTES_PER_TEXT: usize = 16;

/// What the lines of a part gave. A name is the place of a text in the list of the part.
#[derive(Debug, Default)]
pub(super) struct Part {
    pub(super) texts: Texts,
    pub(super) rows: RowColumns,
    pub(super) details: Vec<DependencyDetail>,
    pub(super) findings: Findings,
    /// The first number whose point may have been meant for thousands.
    pub(super) pointed: Option<Diagnostic>,
    /// How many rows there were, kept or not, and which were not kept.
    pub(super) seen: u32,
    pub(super) dropped: Vec<u32>,
    /// By how many the lines of the next part are counted from a later one.
    pub(super) lines: u64,
}

/// Where each column stands in a row.
struct Fields {
    dependent: usize,
    provider: usize,
    need: usize,
    share: usize,
    minimum: usize,
    others: Vec<usize>,
    /// Whether a row is who needs whom, or whom who needs, and nothing else.
    pair: Option<Pair>,
}

/// Which of two fields is which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pair {
    DependentFirst,
    ProviderFirst,
}

impl Fields {
    fn of(header: &Header) -> Self {
        // A row has no field of this number, so its cell reads as empty.
        let field = |slot| header.field(slot).unwrap_or(usize::MAX);
        let plain = [Slot::Dependent, Slot::Provider, Slot::Need, Slot::Share, Slot::Minimum];
        let is_plain = |at: usize| header.fields[at].column.is_some_and(|column| plain.contains(&column.slot));
        let [dependent, provider, need, share, minimum] = plain.map(field);
        let others: Vec<usize> = (0..header.fields.len()).filter(|&at| !is_plain(at)).collect();
        let pair = match (dependent, provider, header.fields.len()) {
            (0, 1, 2) => Some(Pair::DependentFirst),
            (1, 0, 2) => Some(Pair::ProviderFirst),
            _ => None,
        };
        Self { dependent, provider, need, share, minimum, others, pair }
    }
}

/// Reads all rows that `scanner` finds.
pub(super) fn read(table: &OpenTable, mut scanner: Scanner) -> Part {
    let mut part = Reader::new(table).up_to(usize::MAX, &mut scanner);
    part.lines = scanner.line() - 1;
    part
}

/// Reads the next rows that `scanner` finds, about as many as a part holds; `None` when there are no more.
pub(super) fn read_on(table: &OpenTable, scanner: &mut Scanner) -> Option<Part> {
    (!scanner.rest().is_empty()).then(|| Reader::new(table).up_to(MAX_TEXTS, scanner))
}

struct Reader<'t> {
    table: &'t OpenTable,
    fields: Fields,
    part: Part,
    seen: SeenDetails,
    /// Details in which something is at fault.
    faulty: SeenDetails,
    key: String,
    /// The dependent of the row before: tables mostly list the rows of a node together.
    last: (String, NameId),
}

impl<'t> Reader<'t> {
    fn new(table: &'t OpenTable) -> Self {
        let (seen, faulty) = (SeenDetails::default(), SeenDetails::default());
        let (fields, part) = (Fields::of(&table.header), Part::default());
        Self { table, fields, part, seen, faulty, key: String::new(), last: (String::new(), NameId(0)) }
    }

    /// Reads the next rows, up to about so many texts.
    fn up_to(mut self, texts: usize, scanner: &mut Scanner) -> Part {
        let room = (scanner.rest().len() / BYTES_PER_TEXT).min(MAX_TEXTS);
        self.part.texts = Texts::with_room(room);
        self.part.rows.make_room(room);
        while self.part.texts.len() < texts {
            if let Some(pair) = self.fields.pair
                && let Some(fields) = scanner.next_pair()
            {
                self.pair(pair, fields);
                continue;
            }
            let kept = match scanner.next() {
                None => break,
                Some(Ok(row)) => self.row(&row),
                Some(Err(damage)) if self.table.damaged(&mut self.part.findings, &damage) => None,
                Some(Err(_)) => {
                    scanner.give_up();
                    break;
                }
            };
            match kept {
                Some(row) => self.part.rows.push(row),
                None => self.part.dropped.push(self.part.seen),
            }
            self.part.seen += 1;
        }
        self.part
    }

    /// Takes a row that is nothing but a pair of fields, of which nothing has to be looked at.
    fn pair(&mut self, pair: Pair, [first, second]: [&str; 2]) {
        let (dependent, provider) = if pair == Pair::DependentFirst { (first, second) } else { (second, first) };
        let dependent = self.dependent(dependent);
        self.part.rows.push(DependencyRow::plain(dependent, self.part.texts.push(provider)));
        self.part.seen += 1;
    }

    fn row(&mut self, row: &Row) -> Option<DependencyRow> {
        if !self.table.has_all_fields(&mut self.part.findings, row) {
            return None;
        }
        let dependent = row.cell(self.fields.dependent);
        let provider = row.cell(self.fields.provider);
        if lacks_id(&dependent) || lacks_id(&provider) {
            for (field, cell) in [(self.fields.dependent, &dependent), (self.fields.provider, &provider)] {
                if lacks_id(cell) {
                    self.table.missing_id(&mut self.part.findings, row, field);
                }
            }
            // The other faults of the row are told all the same.
            self.stated(row, &mut DependencyRow::plain(NameId(0), NameId(0)));
            return None;
        }
        let dependent = self.dependent(&dependent);
        let mut stated = DependencyRow::plain(dependent, self.part.texts.push(&provider));
        let need = row.cell(self.fields.need);
        // A need that is named after its provider is not named at all.
        if !is_missing(&need) && need != provider {
            stated.need = self.part.texts.push(&need);
        }
        self.stated(row, &mut stated);
        Some(stated)
    }

    /// Reads all cells of a row but who needs what of whom.
    fn stated(&mut self, row: &Row, stated: &mut DependencyRow) {
        stated.detail = self.detail(row);
        stated.share = self.level(row, self.fields.share, stated.detail, |detail| detail.share.is_some());
        stated.minimum = self.level(row, self.fields.minimum, stated.detail, |detail| detail.minimum.is_some());
    }

    fn dependent(&mut self, text: &str) -> NameId {
        if self.last.0 != text {
            self.last.0.clear();
            self.last.0.push_str(text);
            self.last.1 = self.part.texts.push(text);
        }
        self.last.1
    }

    /// A share or minimum, in ppm or in the detail.
    fn level(&mut self, row: &Row, field: usize, detail: u32, in_detail: impl Fn(&DependencyDetail) -> bool) -> u32 {
        let text = row.cell(field);
        if let Some(ppm) = plain_ppm(text.as_bytes()) {
            return ppm;
        }
        if text.contains('(') {
            let is_there = self.part.details.get(detail as usize).is_some_and(in_detail);
            return if is_there { IN_DETAIL } else { NOT_STATED };
        }
        let Some(column) = self.table.header.fields.get(field).and_then(|header| header.column) else { return NOT_STATED };
        if column.slot == Slot::Minimum && is_none(&text) {
            return 0;
        }
        match Input::new(column, &text, self.table.dialect.decimal).quantity::<Level>() {
            Ok(Quantity::Fixed(level)) => level.ppm(),
            Ok(Quantity::Spread(_)) => IN_DETAIL,
            Err(finding) => {
                self.table.report(&mut self.part.findings, row, Some(field), finding);
                NOT_STATED
            }
        }
    }

    /// The place of the row's detail: an earlier one when its cells are the same.
    fn detail(&mut self, row: &Row) -> u32 {
        if !self.make_key(row) {
            return NO_DETAIL;
        }
        if let Some(place) = self.seen.find(&self.key) {
            return place;
        }
        let before = self.part.findings.errors();
        let detail = self.read_detail(row);
        let is_faulty = self.part.findings.errors() > before;
        // A faulty detail is read again for the next row, so that each row tells its own faults; but it is kept once.
        if let Some(place) = self.faulty.find(&self.key).filter(|_| is_faulty) {
            return place;
        }
        let place = self.part.details.len() as u32;
        self.part.details.push(detail);
        let known = if is_faulty { &mut self.faulty } else { &mut self.seen };
        known.add(&self.key, place);
        place
    }

    /// Puts the cells of the detail end to end, each behind a zero byte, which no cell holds; `false` when all are empty.
    fn make_key(&mut self, row: &Row) -> bool {
        let is_spread = |field: usize| row.text(field).contains('(');
        let levels = [self.fields.share, self.fields.minimum];
        if self.fields.others.iter().all(|&field| row.text(field).is_empty()) && !levels.into_iter().any(is_spread) {
            return false;
        }
        self.key.clear();
        for &field in &self.fields.others {
            self.key.push('\0');
            self.key.push_str(&row.cell(field));
        }
        for field in levels {
            self.key.push('\0');
            if is_spread(field) {
                self.key.push_str(&row.cell(field));
            }
        }
        true
    }

    fn read_detail(&mut self, row: &Row) -> DependencyDetail {
        let mut detail = DependencyDetail::default();
        for at in 0..self.fields.others.len() {
            self.read_field(row, self.fields.others[at], &mut detail);
        }
        for field in [self.fields.share, self.fields.minimum] {
            if row.cell(field).contains('(') {
                self.read_field(row, field, &mut detail);
            }
        }
        detail
    }

    fn read_field(&mut self, row: &Row, field: usize, detail: &mut DependencyDetail) {
        let text = row.cell(field);
        let header = &self.table.header.fields[field];
        let texts = &mut self.part.texts;
        let Some(column) = header.column else {
            if !is_missing(&text) {
                detail.attributes.push((texts.push(&header.text), texts.push(&text)));
            }
            return;
        };
        if text.is_empty() {
            return;
        }
        let input = Input::new(column, &text, self.table.dialect.decimal);
        if self.part.pointed.is_none() {
            self.part.pointed = self.table.pointed(row, field, input);
        }
        if let Err(finding) = detail::set(detail, column, input, texts) {
            self.table.report(&mut self.part.findings, row, Some(field), finding);
        }
    }
}

/// Whether a cell that must name something does not: it is empty, or a formula failed in it.
pub(super) fn lacks_id(text: &str) -> bool {
    is_missing(text) || is_failed_formula(text)
}

/// Whether a text is empty or says that there is none.
pub(super) fn is_missing(text: &str) -> bool {
    text.is_empty() || is_none(text)
}

/// The ppm of the levels that tables hold most: none, `0`, `1`, `0.5`, with at most six decimals. Others take the exact way.
fn plain_ppm(text: &[u8]) -> Option<u32> {
    match text {
        [] => Some(NOT_STATED),
        b"1" => Some(ONE_PPM),
        b"0" => Some(0),
        [b'0', b'.', decimals @ ..] if matches!(decimals.len(), 1..=6) && decimals.iter().all(u8::is_ascii_digit) => {
            let value = decimals.iter().fold(0, |value, digit| value * 10 + u32::from(digit - b'0'));
            Some(value * 10_u32.pow(6 - decimals.len() as u32))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, Reader, plain_ppm, read};
    use crate::network::Table;
    use crate::tables::bytes::{Origin, Raw};
    use crate::tables::findings::Findings;
    use crate::tables::scan::Scanner;
    use crate::tables::table::OpenTable;
    use crate::units::Level;
    use proptest::prelude::*;

    fn open(text: &str) -> Option<OpenTable> {
        let raw = Raw { bytes: text.as_bytes().to_vec(), digest: String::new(), again: false };
        OpenTable::open(&Origin::stdin(), raw, Table::Dependencies, &mut Findings::default())
    }

    /// What a part of these lines holds, to the last sign.
    fn told(part: &Part) -> String {
        let rows: Vec<_> = part.rows.iter().collect();
        format!("{rows:?} {:?} {:?} {:?} {} {:?} {}", part.texts, part.details, part.findings, part.seen, part.dropped, part.lines)
    }

    /// The same, with every row read field by field.
    fn told_field_by_field(table: &OpenTable, mut scanner: Scanner) -> String {
        let mut reader = Reader::new(table);
        reader.fields.pair = None;
        let mut part = reader.up_to(usize::MAX, &mut scanner);
        part.lines = scanner.line() - 1;
        told(&part)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_pair_of_fields_is_read_as_field_by_field(
            lines in prop::collection::vec("[ab\"'#\t \u{a0}\u{e9}\r,]{0,6}|a1,b2|geen,b|a,NONE|#n/a,b|\u{0},b|'-a,=b|a,b\r", 0..12),
            first in prop::sample::select(vec!["dependent,provider", "leverancier,afnemer", "dependent,provider,need"]),
        ) {
            let table = open(&format!("{first}\n{}", lines.join("\n"))).expect("the header is understood");
            prop_assert_eq!(told(&read(&table, table.rows())), told_field_by_field(&table, table.rows()));
        }
    }

    #[test]
    fn the_short_way_reads_what_the_exact_way_reads() {
        for text in ["0", "1", "0.5", "0.25", "0.333333", "0.000001", "0.999999", "0.10"] {
            assert_eq!(plain_ppm(text.as_bytes()), Level::parse(text).ok().map(Level::ppm), "{text}");
        }
        assert!(["0.1234567", "1.0", "1/3", "0,5", "0.x", "-1", "0."].iter().all(|text| plain_ppm(text.as_bytes()).is_none()));
    }
}
