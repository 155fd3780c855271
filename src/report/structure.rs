//! How a network is built, as part of the document of a check.

use super::document::{Cell, Column, Document, Table};
use super::language::{Lang, and_more, count, list, structure as say};
use super::names::Names;
use crate::analysis::Model;
use crate::analysis::structure::{Common, Point, Process, Ring, Structure};
use crate::network::NodeId;

/// So many rows of a table are shown; JSON has them all.
const MAX_ROWS: usize = 20;
/// So many nodes are named in a cell.
const NAMED: usize = 5;

/// Adds the sections on how the network is built.
pub(super) fn add(document: &mut Document, model: &Model, built: &Structure, lang: Lang) {
    let names = Names::new(&model.network, lang);
    document.heading(say::heading::loops(lang));
    document.paragraph(say::loops(lang, built.rings.len() as u64, built.rings.iter().filter(|ring| ring.can_lock()).count() as u64));
    document.table(loops(&built.rings, &names));
    document.paragraph(more(lang, built.rings.len()));
    document.heading(say::heading::depth(lang));
    document.paragraph(say::depth(lang, &built.depth.levels));
    let chain: Vec<&str> = built.depth.longest.iter().map(|&node| names.id(node)).collect();
    document.paragraph(if chain.len() > 1 { say::longest(lang, &chain) } else { String::new() });
    document.heading(say::heading::points(lang));
    document.paragraph(say::method(lang, built.method, built.complete));
    points(document, built, &names);
    document.heading(say::heading::common(lang));
    document.paragraph(say::common(lang, built.commons, built.redundant));
    document.table(common(model, &built.common, &names));
    document.paragraph(more(lang, built.commons as usize));
}

fn more(lang: Lang, rows: usize) -> String {
    if rows > MAX_ROWS { say::more(lang, (rows - MAX_ROWS) as u64) } else { String::new() }
}

fn named(names: &Names, nodes: &[NodeId]) -> Cell {
    let nodes: Vec<String> = nodes.iter().map(|&node| names.full(node)).collect();
    if nodes.is_empty() { Cell::Empty } else { Cell::Text(list(names.lang, &nodes, NAMED)) }
}

fn loops(rings: &[Ring], names: &Names) -> Table {
    let [nodes, which, after, triggers, starts] = say::loop_heads(names.lang);
    let mut table =
        Table::new(vec![Column::right(nodes), Column::left(which), Column::left(after), Column::left(triggers), Column::left(starts)]);
    for ring in rings.iter().take(MAX_ROWS) {
        let (stuck, of) = (ring.stay_down.len(), ring.nodes.len());
        table.rows.push(vec![
            Cell::Count(of as u64),
            named(names, &ring.nodes),
            Cell::Text(say::after_all(names.lang, stuck as u64)),
            ring.triggers.as_ref().map_or_else(|| Cell::text(say::not_tried(names.lang)), |triggers| named(names, triggers)),
            named(names, &ring.black_starts),
        ]);
    }
    table
}

fn points(document: &mut Document, built: &Structure, names: &Names) {
    let lang = names.lang;
    if built.processes.is_empty() {
        document.paragraph(say::no_processes(lang));
        return;
    }
    let without = built.processes.iter().filter(|process| process.points.is_empty()).count();
    document.paragraph(say::points(lang, built.processes.len() as u64, without as u64, built.points.len() as u64, built.complete));
    let [node, ends] = say::point_heads(lang);
    let mut table = Table::new(vec![Column::left(node), Column::right(ends)]);
    let rows = built.points.iter().take(MAX_ROWS);
    table.rows.extend(rows.map(|&(node, processes)| vec![Cell::Text(names.full(node)), Cell::Count(processes)]));
    document.table(table);
    document.paragraph(more(lang, built.points.len()));
    let mut processes: Vec<&Process> = built.processes.iter().filter(|process| !process.points.is_empty()).collect();
    processes.sort_by_key(|process| (std::cmp::Reverse(process.count), process.node));
    let [process, how_many, nearest] = say::process_heads(lang);
    let mut table = Table::new(vec![Column::left(process), Column::right(how_many), Column::left(nearest)]);
    for process in processes.iter().take(MAX_ROWS) {
        let cells = [Cell::Text(names.full(process.node)), Cell::Count(process.count), near(names, &process.points, process.count)];
        table.rows.push(cells.into());
    }
    document.table(table);
    document.paragraph(more(lang, processes.len()));
}

/// The nearest losses, and how many more there are.
fn near(names: &Names, points: &[Point], of: u64) -> Cell {
    let nodes: Vec<String> = points.iter().take(NAMED).map(|point| names.full(point.node)).collect();
    match of - nodes.len() as u64 {
        0 => Cell::Text(nodes.join(", ")),
        more => Cell::Text(and_more(names.lang, &nodes.join(", "), more)),
    }
}

fn common(model: &Model, common: &[Common], names: &Names) -> Table {
    let lang = names.lang;
    let [dependent, need, routes, all_need] = say::common_heads(lang);
    let mut table = Table::new(vec![Column::left(dependent), Column::left(need), Column::left(routes), Column::left(all_need)]);
    for one in common.iter().take(MAX_ROWS) {
        let members: Vec<NodeId> = model.network.members(one.need).iter().map(|member| member.provider).collect();
        let routes = match members.len() {
            few if few <= NAMED => named(names, &members),
            many => Cell::Text(count(lang, many as u64)),
        };
        table.rows.push(vec![
            Cell::Text(names.dependent(one.need)),
            Cell::text(names.need_or_provider(one.need)),
            routes,
            near(names, &one.points, one.count),
        ]);
    }
    table
}
