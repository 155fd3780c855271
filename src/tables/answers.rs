//! The questionnaire of `keten sensitivity`, filled in and read back: each answer replaces what its cell says.
//!
//! A row without an answer is passed over. All faults are found at once, each with its place; where there is one, no answer counts.

use super::bytes::Origin;
use super::cell::Input;
use super::columns::{Column, Holds, columns};
use super::dialect::{Decimal, Dialect};
use super::encoding::{Text, decode};
use super::findings::Findings;
use super::load::Loaded;
use super::row::Row;
use super::scan::Scanner;
use super::sources::{Kept, SourceFile};
use super::whence::Whence;
use super::words::{fold, is_none};
use crate::diagnostic::{Checked, Diagnostic, Finding, Instead, Place};
use crate::network::{
    Answered, CellPlace, CellRef, CellValue, Confidence, DependencyId, NeedId, Network, RangeColumn, Table, unknown_node,
};
use crate::units::{Level, Measure, Probability, Quantity};
use std::path::Path;

/// An answer whose confidence is not stated is this sure: whoever may know said so, and nobody checked it.
const SAID: Confidence = Confidence(0.6);
/// How a question that asks for yes or no may be answered.
const YES_OR_NO: [(&str, f64); 4] = [("yes", 1.0), ("ja", 1.0), ("no", 0.0), ("nee", 0.0)];

/// A column of the form, with its Dutch name.
type FormColumn = (&'static str, &'static str);
const NODE: FormColumn = ("node", "knoop");
const NEED: FormColumn = ("need", "behoefte");
const PROVIDER: FormColumn = ("provider", "leverancier");
const COLUMN: FormColumn = ("column", "kolom");
const PRESENT: FormColumn = ("present", "huidig");
const ANSWER: FormColumn = ("answer", "antwoord");
const BY: FormColumn = ("answered_by", "beantwoord_door");
const DATE: FormColumn = ("date", "datum");
const SOURCE: FormColumn = ("answer_source", "bron_antwoord");
const CONFIDENCE: FormColumn = ("answer_confidence", "zekerheid_antwoord");
/// The columns that a form cannot do without.
const REQUIRED: [FormColumn; 5] = [NODE, NEED, PROVIDER, COLUMN, ANSWER];

/// What is wrong with a row, and in which column of the form.
type Misread = Box<(Finding, FormColumn)>;

/// Reads a filled-in questionnaire into a network that was loaded.
pub fn load_answers(mut loaded: Loaded, path: &str) -> Checked<Loaded> {
    let origin = Origin::file(Path::new(path));
    let mut findings = Findings::default();
    let read = origin.read().and_then(|raw| {
        let digest = raw.digest.clone();
        decode(&origin, raw).map(|text| (digest, text))
    });
    match read {
        Err(fault) => findings.push(*fault),
        Ok((digest, text)) => {
            let rows = take_in(&mut loaded.network, &origin, &text, &mut findings);
            let kept = Kept::Nothing;
            loaded.sources.files.push(SourceFile { name: origin.name, digest, table: None, rows, first: 0, dropped: Vec::new(), kept });
        }
    }
    findings.check(Some(loaded))
}

/// Takes in every answer of a form; how many cells it is about.
fn take_in(network: &mut Network, origin: &Origin, text: &Text, findings: &mut Findings) -> usize {
    let dialect = Dialect::detect(text);
    let mut scanner = Scanner::new(&text.content, dialect.start, dialect.line, dialect.delimiter);
    let form = match scanner.next() {
        Some(Ok(row)) => Form::read(&row, &text.whence, dialect.decimal, findings),
        Some(Err(damage)) => {
            findings.push(Diagnostic::new(damage.finding(), damage.place(&text.whence)));
            None
        }
        None => {
            findings.push(origin.whole(Finding::EmptyTable {}));
            None
        }
    };
    let Some(form) = form else { return 0 };
    let mut known: Vec<(CellRef, Place)> = Vec::new();
    while let Some(item) = scanner.next() {
        match item {
            Ok(row) => form.answer(network, &row, &mut known, findings),
            Err(damage) => findings.push(Diagnostic::new(damage.finding(), damage.place(&text.whence))),
        }
    }
    check_supply(network, &known, findings);
    known.len()
}

/// What was answered of shares must still bring every need its whole.
fn check_supply(network: &Network, known: &[(CellRef, Place)], findings: &mut Findings) {
    let is_of_supply = |cell: &CellRef| matches!(cell.column, RangeColumn::Share | RangeColumn::Activation);
    let mut told: Vec<NeedId> = Vec::new();
    for (cell, place) in known.iter().filter(|(cell, _)| is_of_supply(cell)) {
        let CellPlace::Row(row) = cell.place else { continue };
        let need = network.dependencies()[row.0 as usize].need;
        if let Some(finding) = network.shortage(need).filter(|_| !told.contains(&need)) {
            told.push(need);
            findings.push(Diagnostic::new(finding, place.clone()));
        }
    }
}

/// The header of a form.
struct Form<'t> {
    whence: &'t Whence,
    headers: Vec<String>,
    decimal: Decimal,
}

impl<'t> Form<'t> {
    /// Reads the header; `None` when it is faulty.
    fn read(row: &Row, whence: &'t Whence, decimal: Decimal, findings: &mut Findings) -> Option<Self> {
        let headers: Vec<String> = (0..row.len()).map(|field| row.cell(field).into_owned()).collect();
        let form = Self { whence, headers, decimal };
        let missing: Vec<FormColumn> = REQUIRED.into_iter().filter(|column| form.field(*column).is_none()).collect();
        for (column, _) in &missing {
            let finding = Finding::MissingColumn { column: (*column).to_owned(), headers: form.headers.clone(), nearest: None };
            findings.push(Diagnostic::new(finding, row.place(whence, None, None)));
        }
        missing.is_empty().then_some(form)
    }

    fn field(&self, (english, dutch): FormColumn) -> Option<usize> {
        self.headers.iter().position(|header| [english, dutch].contains(&fold(header).as_str()))
    }

    fn place(&self, row: &Row, column: FormColumn) -> Place {
        let field = self.field(column);
        row.place(self.whence, field, field.map(|field| self.headers[field].as_str()))
    }

    fn text(&self, row: &Row, column: FormColumn) -> String {
        self.field(column).map_or_else(String::new, |field| row.cell(field).trim().to_owned())
    }

    /// Takes in one row.
    fn answer(&self, network: &mut Network, row: &Row, known: &mut Vec<(CellRef, Place)>, findings: &mut Findings) {
        if self.text(row, ANSWER).is_empty() {
            return;
        }
        let read = self.cell(network, row).and_then(|(cell, column)| {
            let first = known.iter().find(|(known, _)| *known == cell).map(|(_, first)| first.clone());
            if let Some(first) = first {
                let finding = Finding::AnsweredTwice { column: cell.column.name().to_owned() };
                findings.push(Diagnostic { finding, places: vec![self.place(row, ANSWER), first] });
                return Ok(());
            }
            known.push((cell, self.place(row, ANSWER)));
            let (answered, value) = self.read_row(network, row, cell, column)?;
            network.answer(answered, &value);
            Ok(())
        });
        if let Err(misread) = read {
            let (finding, column) = *misread;
            findings.push(Diagnostic::new(finding, self.place(row, column)));
        }
    }

    /// What a row says of its cell, and where that comes from.
    fn read_row(&self, network: &mut Network, row: &Row, cell: CellRef, column: &'static Column) -> Result<(Answered, CellValue), Misread> {
        let (present, now) = (self.text(row, PRESENT), network.cell(cell).to_string());
        let same = if self.decimal == Decimal::Comma { present.replace(',', ".") == now } else { present == now };
        if self.field(PRESENT).is_some() && !same {
            return Err(Box::new((Finding::AnswerOutdated { asked: present, now }, PRESENT)));
        }
        let value = self.value(&self.text(row, ANSWER), cell.column, column).map_err(|finding| Box::new((finding, ANSWER)))?;
        let sure = self.text(row, CONFIDENCE);
        let input = Input { name: CONFIDENCE.0, holds: Holds::Confidence, text: &sure, decimal: self.decimal, instead: Instead::Empty };
        let confidence = if sure.is_empty() { SAID } else { input.confidence().map_err(|finding| Box::new((finding, CONFIDENCE)))? };
        let [by, date, source] = [BY, DATE, SOURCE].map(|column| self.text(row, column));
        Ok((network.said(cell, [&by, &date, &source], confidence), value))
    }

    /// The cell that a row is about.
    fn cell(&self, network: &Network, row: &Row) -> Result<(CellRef, &'static Column), Misread> {
        let [node_id, need_name, provider_id, header] = [NODE, NEED, PROVIDER, COLUMN].map(|column| self.text(row, column));
        let no_question = || Box::new((Finding::AnswerColumn { header: header.clone() }, COLUMN));
        let (column, described) = column(&header).ok_or_else(no_question)?;
        let find = |id: &str, of: FormColumn| {
            let unknown = || unknown_node(network, id);
            network.find(id).ok_or_else(|| Box::new((unknown(), of)))
        };
        let node = find(&node_id, NODE)?;
        if described.table == Table::Nodes {
            return Ok((CellRef { place: CellPlace::Node(node), column }, described));
        }
        let no_need = || {
            let known = network.needs_of(node).map(|need| network.need_name(need).to_owned()).collect();
            Finding::UnknownNeed { node: node_id.clone(), need: need_name.clone(), known }
        };
        let need = network.find_need(node, &need_name).ok_or_else(|| Box::new((no_need(), NEED)))?;
        let provider = if provider_id.is_empty() { None } else { Some(find(&provider_id, PROVIDER)?) };
        let member = network.members(need).iter().position(|member| Some(member.provider) == provider);
        let no_row = || Finding::AnswerRow { node: node_id.clone(), need: need_name.clone(), provider: provider_id.clone() };
        if member.is_none() && (provider.is_some() || is_of_row(column)) {
            return Err(Box::new((no_row(), PROVIDER)));
        }
        let is_standby = member.is_some_and(|at| network.is_standby(&network.members(need)[at]));
        let place = match member {
            Some(at) if is_of_row(column) || (column == RangeColumn::StartP && is_standby) => {
                CellPlace::Row(DependencyId(network.first_member(need).0 + at as u32))
            }
            _ => CellPlace::Need(need),
        };
        Ok((CellRef { place, column }, described))
    }

    fn value(&self, text: &str, column: RangeColumn, described: &'static Column) -> Result<CellValue, Finding> {
        let input = Input::new(described, text, self.decimal);
        Ok(match column {
            RangeColumn::Minimum if is_none(text) => CellValue::Level(Some(Quantity::Fixed(Level::ZERO))),
            RangeColumn::Share | RangeColumn::Minimum => CellValue::Level(Some(input.quantity()?)),
            RangeColumn::Importance => CellValue::Importance(Some(input.importance()?)),
            RangeColumn::StartP | RangeColumn::Probability | RangeColumn::PCompromise => {
                let said =
                    YES_OR_NO.iter().find(|(word, _)| *word == fold(text)).map(|(_, p)| Quantity::Fixed(Probability::nearest_to(*p)));
                CellValue::Chance(Some(said.map_or_else(|| input.probability(), Ok)?))
            }
            _ => CellValue::Hours(input.hours()?),
        })
    }
}

/// The column of which cells are asked.
fn column(header: &str) -> Option<(RangeColumn, &'static Column)> {
    let folded = fold(header);
    let is_named = |column: &&Column| column.name == folded || column.dutch.contains(&folded.as_str());
    let found = columns().iter().filter(|column| matches!(column.table, Table::Dependencies | Table::Nodes)).filter(is_named);
    found.into_iter().find_map(|found| RangeColumn::ALL.iter().find(|(name, _)| *name == found.name).map(|(_, column)| (*column, found)))
}

/// Whether each row of a need has its own.
fn is_of_row(column: RangeColumn) -> bool {
    matches!(column, RangeColumn::Share | RangeColumn::Activation | RangeColumn::Probability | RangeColumn::PCompromise | RangeColumn::Ttc)
}
