//! `GraphML`, as yEd, Cytoscape and networkx read it: typed attributes of nodes and edges.

use super::nodes::{OUTCOME, Outcomes, ids};
use super::xml::escaped;
use super::{Export, Head, Typed, stated};
use crate::network::Network;
use std::io::{self, Write};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" \
    xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
    xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";

/// Writes `GraphML`.
///
/// # Errors
/// What writing gives.
pub fn graphml(export: &Export, out: &mut impl Write) -> io::Result<()> {
    let network = export.network;
    let (nodes, edges) = (Typed::nodes(network), Typed::dependencies(network));
    out.write_all(HEAD.as_bytes())?;
    key(out, "l", "node", "label", false)?;
    keys(out, "n", "node", &nodes.heads)?;
    let outcomes = Outcomes::of(export);
    for (place, name) in OUTCOME.iter().enumerate().filter(|_| outcomes.is_some()) {
        key(out, &format!("o{place}"), "node", name, true)?;
    }
    keys(out, "e", "edge", &edges.heads)?;
    out.write_all(b"<graph id=\"network\" edgedefault=\"directed\">\n")?;
    let ids = ids(network);
    write_nodes(out, network, nodes, &ids, outcomes.as_ref())?;
    write_edges(out, network, edges, &ids)?;
    out.write_all(b"</graph>\n</graphml>\n")
}

fn keys(out: &mut impl Write, prefix: &str, what: &str, heads: &[Head]) -> io::Result<()> {
    heads.iter().enumerate().try_for_each(|(place, head)| key(out, &format!("{prefix}{place}"), what, &head.name, head.is_number))
}

fn key(out: &mut impl Write, id: &str, what: &str, name: &str, is_number: bool) -> io::Result<()> {
    let kind = if is_number { "double" } else { "string" };
    writeln!(out, "<key id=\"{id}\" for=\"{what}\" attr.name=\"{}\" attr.type=\"{kind}\"/>", escaped(name))
}

fn write_nodes(out: &mut impl Write, network: &Network, nodes: Typed, ids: &[String], outcomes: Option<&Outcomes>) -> io::Result<()> {
    for (node, fields) in network.nodes().zip(nodes.table.rows) {
        write!(out, "<node id=\"{}\"><data key=\"l\">{}</data>", ids[node.0 as usize], escaped(network.name(node)))?;
        for (place, text) in fields.iter().skip(1).enumerate().filter_map(|(place, field)| Some((place, stated(field)?))) {
            write!(out, "<data key=\"n{place}\">{}</data>", escaped(text))?;
        }
        for (place, value) in outcomes.map(|outcomes| outcomes.values(node)).into_iter().flatten().enumerate() {
            if let Some(value) = value {
                write!(out, "<data key=\"o{place}\">{value}</data>")?;
            }
        }
        out.write_all(b"</node>\n")?;
    }
    Ok(())
}

fn write_edges(out: &mut impl Write, network: &Network, edges: Typed, ids: &[String]) -> io::Result<()> {
    for (number, (ends, fields)) in super::ends(network).zip(edges.table.rows).enumerate() {
        let [provider, dependent] = ends.map(|node| &ids[node.0 as usize]);
        write!(out, "<edge id=\"e{number}\" source=\"{provider}\" target=\"{dependent}\">")?;
        for (place, text) in fields.iter().skip(2).enumerate().filter_map(|(place, field)| Some((place, stated(field)?))) {
            write!(out, "<data key=\"e{place}\">{}</data>", escaped(text))?;
        }
        out.write_all(b"</edge>\n")?;
    }
    Ok(())
}
