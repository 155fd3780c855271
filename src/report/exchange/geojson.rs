//! `GeoJSON` (RFC 7946), as QGIS reads it: nodes with coordinates as points, and dependencies between two of them as lines.

use super::nodes::{OUTCOME, Outcomes};
use super::{Export, Head, Typed};
use crate::network::case::Field;
use crate::network::{Network, NodeId};
use serde_json::Value;
use std::io::{self, Write};

/// Writes `GeoJSON`; how many nodes have no coordinates and are left out.
///
/// # Errors
/// What writing gives.
pub fn geojson(export: &Export, out: &mut impl Write) -> io::Result<usize> {
    let network = export.network;
    let (nodes, edges) = (Typed::nodes(network), Typed::dependencies(network));
    let outcomes = Outcomes::of(export);
    out.write_all(b"{\"type\":\"FeatureCollection\",\"features\":[")?;
    let (mut first, mut left_out) = (true, 0);
    for (node, fields) in network.nodes().zip(nodes.table.rows) {
        let Some(point) = coordinates(network, node) else {
            left_out += 1;
            continue;
        };
        begin(out, &mut first, "Point", &point, "node")?;
        write!(out, ",\"id\":{},\"label\":{}", text(network.id(node)), text(network.name(node)))?;
        properties(out, &nodes.heads, &fields[1..])?;
        for (name, value) in OUTCOME.iter().zip(outcomes.as_ref().map(|outcomes| outcomes.values(node)).into_iter().flatten()) {
            value.map_or(Ok(()), |value| write!(out, ",\"{name}\":{value}"))?;
        }
        out.write_all(b"}}")?;
    }
    for (ends, fields) in super::ends(network).zip(edges.table.rows) {
        let [Some(from), Some(to)] = ends.map(|node| coordinates(network, node)) else { continue };
        begin(out, &mut first, "LineString", &format!("[{from},{to}]"), "dependency")?;
        let [provider, dependent] = ends.map(|node| text(network.id(node)));
        write!(out, ",\"provider\":{provider},\"dependent\":{dependent}")?;
        properties(out, &edges.heads, &fields[2..])?;
        out.write_all(b"}}")?;
    }
    out.write_all(b"\n]}\n")?;
    Ok(left_out)
}

fn begin(out: &mut impl Write, first: &mut bool, shape: &str, coordinates: &str, what: &str) -> io::Result<()> {
    out.write_all(if std::mem::take(first) { b"\n" } else { b",\n" })?;
    write!(
        out,
        "{{\"type\":\"Feature\",\"geometry\":{{\"type\":\"{shape}\",\"coordinates\":{coordinates}}},\"properties\":{{\"feature\":\"{what}\""
    )
}

/// Longitude and latitude, in that order.
fn coordinates(network: &Network, node: NodeId) -> Option<String> {
    let (latitude, longitude) = network.node(node).location;
    Some(format!("[{},{}]", longitude?, latitude?))
}

fn properties(out: &mut impl Write, heads: &[Head], fields: &[Field]) -> io::Result<()> {
    for (head, field) in heads.iter().zip(fields) {
        match field {
            Field::Empty => {}
            Field::Number(number) if head.is_number => write!(out, ",{}:{number}", text(&head.name))?,
            Field::Number(other) => write!(out, ",{}:{}", text(&head.name), text(other))?,
            Field::Text(other) => write!(out, ",{}:{}", text(&head.name), text(other))?,
        }
    }
    Ok(())
}

fn text(text: &str) -> Value {
    Value::from(text)
}
