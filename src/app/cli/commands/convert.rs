//! `keten convert`: a bill of materials as a network. Who builds in a package runs what its next version brings.

use crate::app::cli::arguments::Convert;
use crate::app::cli::job::Context;
use crate::app::cli::output::{self, new_folder, open_to_all};
use crate::app::cli::{Ending, Failure};
use crate::diagnostic::Severity;
use crate::error::Error;
use crate::report::csv::network_cell;
use crate::report::language::app as say;
use crate::tables::{Bill, load_bill};
use std::io::{BufWriter, Write};
use std::path::Path;

/// Writes a network folder to each `--out`.
pub(super) fn convert(arguments: &Convert, context: &Context) -> Result<Ending, Failure> {
    if context.out.is_empty() {
        return Err(Failure::Usage(say::no_folder(context.lang).to_owned()));
    }
    let checked = load_bill(&arguments.bill);
    let errors = checked.diagnostics.into_iter().filter(|found| found.finding.severity() == Severity::Error);
    let Some(bill) = checked.value else { return Err(Failure::Faulty(errors.collect())) };
    let source = arguments.bill.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    for path in &context.out {
        let written = new_folder(path, |made| fill(&bill, &source, made));
        written.map_err(|error| Error::writing(path, error))?;
    }
    if !context.quiet {
        output::note(&say::converted(context.lang, bill.packages.len() as u64, bill.uses.len() as u64));
    }
    Ok(Ending::Fine)
}

fn fill(bill: &Bill, source: &str, folder: &Path) -> std::io::Result<()> {
    let file = |name: &str| {
        let file = std::fs::File::create(folder.join(name))?;
        open_to_all(&file)?;
        Ok::<_, std::io::Error>(BufWriter::with_capacity(1 << 16, file))
    };
    let from = network_cell(source);
    let mut nodes = file("nodes.csv")?;
    writeln!(nodes, "id,name,kind,version,source")?;
    for package in &bill.packages {
        let [id, name, version] = [&package.id, &package.name, &package.version].map(|text| network_cell(text));
        writeln!(nodes, "{id},{name},product,{version},{from}")?;
    }
    nodes.flush()?;
    let mut dependencies = file("dependencies.csv")?;
    writeln!(dependencies, "dependent,provider,type,access,source")?;
    for &(dependent, provider) in &bill.uses {
        let [dependent, provider] = [dependent, provider].map(|place| network_cell(&bill.packages[place].id));
        writeln!(dependencies, "{dependent},{provider},cyber,update,{from}")?;
    }
    dependencies.flush()?;
    let mut meta = file("network.toml")?;
    // A text of JSON is a text of TOML.
    writeln!(meta, "title = {}", serde_json::Value::from(bill.title.as_deref().unwrap_or(source)))?;
    writeln!(meta, "description = {}", serde_json::Value::from(format!("Made by keten convert of {source}")))?;
    meta.flush()
}
