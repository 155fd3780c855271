//! GEXF 1.3, as Gephi reads it: with a simulation, the output of each node through time.

use super::nodes::{OUTCOME, Outcomes, ids};
use super::xml::escaped;
use super::{Export, Head, Typed, stated};
use crate::network::Network;
use crate::network::case::Field;
use std::io::{self, Write};

/// Writes GEXF.
///
/// # Errors
/// What writing gives.
pub fn gexf(export: &Export, out: &mut impl Write) -> io::Result<()> {
    let network = export.network;
    let (nodes, edges) = (Typed::nodes(network), Typed::dependencies(network));
    let outcomes = Outcomes::of(export);
    let title = network.meta().title.as_deref().unwrap_or_default();
    let mode = match &outcomes {
        None => "mode=\"static\"".to_owned(),
        Some(course) => {
            let end = course.horizon_h;
            format!("mode=\"dynamic\" timeformat=\"double\" timerepresentation=\"interval\" start=\"0\" end=\"{end}\"")
        }
    };
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">")?;
    writeln!(out, "<meta><creator>keten</creator><title>{}</title></meta>", escaped(title))?;
    writeln!(out, "<graph {mode} defaultedgetype=\"directed\">")?;
    out.write_all(b"<attributes class=\"node\" mode=\"static\">\n")?;
    attributes(out, "n", &nodes.heads)?;
    for (place, name) in OUTCOME.iter().enumerate().filter(|_| outcomes.is_some()) {
        writeln!(out, "<attribute id=\"o{place}\" title=\"{name}\" type=\"double\"/>")?;
    }
    out.write_all(b"</attributes>\n")?;
    if outcomes.is_some() {
        out.write_all(
            b"<attributes class=\"node\" mode=\"dynamic\">\n<attribute id=\"output\" title=\"output\" type=\"double\"/>\n</attributes>\n",
        )?;
    }
    out.write_all(b"<attributes class=\"edge\" mode=\"static\">\n")?;
    attributes(out, "e", &edges.heads)?;
    out.write_all(b"</attributes>\n")?;
    let ids = ids(network);
    write_nodes(out, network, nodes, &ids, outcomes.as_ref())?;
    write_edges(out, network, edges, &ids)?;
    out.write_all(b"</graph>\n</gexf>\n")
}

fn attributes(out: &mut impl Write, prefix: &str, heads: &[Head]) -> io::Result<()> {
    for (place, head) in heads.iter().enumerate() {
        let kind = if head.is_number { "double" } else { "string" };
        writeln!(out, "<attribute id=\"{prefix}{place}\" title=\"{}\" type=\"{kind}\"/>", escaped(&head.name))?;
    }
    Ok(())
}

fn values(out: &mut impl Write, prefix: &str, fields: &[Field]) -> io::Result<()> {
    for (place, text) in fields.iter().enumerate().filter_map(|(place, field)| Some((place, stated(field)?))) {
        write!(out, "<attvalue for=\"{prefix}{place}\" value=\"{}\"/>", escaped(text))?;
    }
    Ok(())
}

fn write_nodes(out: &mut impl Write, network: &Network, nodes: Typed, ids: &[String], outcomes: Option<&Outcomes>) -> io::Result<()> {
    out.write_all(b"<nodes>\n")?;
    for (node, fields) in network.nodes().zip(nodes.table.rows) {
        write!(out, "<node id=\"{}\" label=\"{}\"><attvalues>", ids[node.0 as usize], escaped(network.name(node)))?;
        values(out, "n", &fields[1..])?;
        if let Some(outcomes) = outcomes {
            for (place, value) in outcomes.values(node).iter().enumerate().filter_map(|(place, value)| Some((place, value.as_ref()?))) {
                write!(out, "<attvalue for=\"o{place}\" value=\"{value}\"/>")?;
            }
            for (from, to, output) in outcomes.stretches(node) {
                write!(out, "<attvalue for=\"output\" value=\"{output}\" start=\"{from}\" end=\"{to}\"/>")?;
            }
        }
        out.write_all(b"</attvalues></node>\n")?;
    }
    out.write_all(b"</nodes>\n")
}

fn write_edges(out: &mut impl Write, network: &Network, edges: Typed, ids: &[String]) -> io::Result<()> {
    out.write_all(b"<edges>\n")?;
    for (number, (ends, fields)) in super::ends(network).zip(edges.table.rows).enumerate() {
        let [provider, dependent] = ends.map(|node| &ids[node.0 as usize]);
        write!(out, "<edge id=\"{number}\" source=\"{provider}\" target=\"{dependent}\"><attvalues>")?;
        values(out, "e", &fields[2..])?;
        out.write_all(b"</attvalues></edge>\n")?;
    }
    out.write_all(b"</edges>\n")
}
