//! The tables of a network as files: csv, and TOML for what is no table.

use super::network_cell;
use crate::network::Network;
use crate::network::case::{CaseTable, Field};
use std::borrow::Cow;
use std::io::{self, Write};

/// Writes a table.
///
/// # Errors
/// What writing gives.
pub fn case_table(table: CaseTable, out: &mut impl Write) -> io::Result<()> {
    let heads: Vec<String> = table.heads.iter().map(|head| head_cell(head)).collect();
    writeln!(out, "{}", heads.join(","))?;
    for fields in table.rows {
        for (place, field) in fields.iter().enumerate() {
            out.write_all(if place == 0 { b"" } else { b"," })?;
            match field {
                Field::Empty => {}
                Field::Number(number) => out.write_all(number.as_bytes())?,
                Field::Text(text) if place == 0 => out.write_all(first_cell(text).as_bytes())?,
                Field::Text(text) => out.write_all(network_cell(text).as_bytes())?,
            }
        }
        out.write_all(b"\n")?;
    }
    out.flush()
}

/// A text at the beginning of a line, which would be a remark if it began with `#` and stood without quotes.
fn first_cell(text: &str) -> String {
    let written = network_cell(text);
    if written.starts_with('#') { format!("\"{written}\"") } else { written }
}

/// The name of a column: in quotes, too, where it holds what could be taken for the delimiter of the table.
fn head_cell(text: &str) -> String {
    let written = first_cell(text);
    if written.contains([';', '\t']) && !written.starts_with('"') { format!("\"{written}\"") } else { written }
}

/// What network.toml says.
pub fn case_toml(network: &Network) -> String {
    let meta = network.meta();
    let plain = [
        ("title", &meta.title),
        ("description", &meta.description),
        ("marking", &meta.marking),
        ("date", &meta.date),
        ("version", &meta.version),
    ];
    let lines = plain.into_iter().filter_map(|(key, value)| Some(format!("{key} = {}\n", toml_text(value.as_deref()?))));
    let mut text: String = lines.collect();
    if !meta.authors.is_empty() {
        let authors: Vec<Cow<str>> = meta.authors.iter().map(|author| toml_text(author)).collect();
        text = text + "authors = [" + &authors.join(", ") + "]\n";
    }
    if !meta.ranges.is_empty() {
        text.push_str("\n[ranges]\n");
        text.extend(meta.ranges.iter().map(|(column, range)| format!("{column} = {}\n", toml_text(range))));
    }
    text
}

/// A text as TOML has it. A text of JSON is one of TOML, but for one sign.
pub fn toml_text(text: &str) -> Cow<'static, str> {
    Cow::Owned(serde_json::Value::from(text).to_string().replace('\u{7f}', "\\u007F"))
}
