//! The criteria, impacts and measures tables: from lines to rows.

use super::cell::Input;
use super::columns::{Column, Slot};
use super::detail::{set_provenance, text};
use super::findings::Findings;
use super::simple;
use super::table::OpenTable;
use super::words;
use crate::diagnostic::Finding;
use crate::network::{CriterionRow, Draft, ImpactRow, MeasureRow, Names, Table};

/// Reads every row of the criteria table into the draft; the numbers of those that were not kept.
pub(super) fn criteria(table: &OpenTable, draft: &mut Draft, findings: &mut Findings) -> Vec<u32> {
    let read = simple::read(table, (Table::Criteria, draft.criteria.len()), draft, findings, limit);
    draft.criteria.extend(read.rows);
    read.dropped
}

/// Reads every row of the impacts table into the draft; the numbers of those that were not kept.
pub(super) fn impacts(table: &OpenTable, draft: &mut Draft, findings: &mut Findings) -> Vec<u32> {
    let read = simple::read(table, (Table::Impacts, draft.impacts.len()), draft, findings, amount);
    draft.impacts.extend(read.rows);
    read.dropped
}

/// Reads every row of the measures table into the draft; the numbers of those that were not kept.
pub(super) fn measures(table: &OpenTable, draft: &mut Draft, findings: &mut Findings) -> Vec<u32> {
    let read = simple::read(table, (Table::Measures, draft.measures.len()), draft, findings, measure);
    draft.measures.extend(read.rows);
    read.dropped
}

fn measure(row: &mut MeasureRow, column: &'static Column, input: Input, names: &mut Names) -> Result<(), Finding> {
    match column.slot {
        Slot::Id => row.id = names.intern(input.text),
        Slot::Name => row.name = text(input, names),
        Slot::Cost => row.cost = Some(input.magnitude()?),
        Slot::CostPerYear => row.cost_per_year = Some(input.magnitude()?),
        Slot::Target => input.text.clone_into(&mut row.target),
        Slot::Change => input.text.clone_into(&mut row.change),
        Slot::Excludes => row.excludes = (!words::is_none(input.text)).then(|| input.text.to_owned()),
        _ => set_provenance(&mut row.provenance, column, input, |text| names.intern(text))?,
    }
    Ok(())
}

fn limit(row: &mut CriterionRow, column: &'static Column, input: Input, names: &mut Names) -> Result<(), Finding> {
    match column.slot {
        Slot::Scheme => row.scheme = text(input, names),
        Slot::Criterion => row.criterion = names.intern(input.text),
        Slot::Interest => row.interest = text(input, names),
        Slot::Gauge => row.gauge = Some(input.word(words::GAUGES)?),
        Slot::Longer => row.duration = Some(input.duration()?),
        Slot::Class => row.class = text(input, names),
        Slot::From => row.from = Some(input.magnitude()?),
        Slot::Unit => row.unit = text(input, names),
        _ => set_provenance(&mut row.provenance, column, input, |text| names.intern(text))?,
    }
    Ok(())
}

fn amount(row: &mut ImpactRow, column: &'static Column, input: Input, names: &mut Names) -> Result<(), Finding> {
    match column.slot {
        Slot::Node => row.node = names.intern(input.text),
        Slot::Criterion => row.criterion = names.intern(input.text),
        Slot::Sum => row.amount = input.sum()?,
        Slot::After => row.after = input.hours()?,
        Slot::Population => row.population = text(input, names),
        _ => set_provenance(&mut row.provenance, column, input, |text| names.intern(text))?,
    }
    Ok(())
}
