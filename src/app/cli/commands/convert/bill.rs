//! A bill of materials as a network. Who builds in a package runs what its next version brings.

use super::{Form, new_file};
use crate::app::cli::job::Context;
use crate::app::cli::output::{self, new_folder};
use crate::app::cli::{Ending, Failure, input};
use crate::diagnostic::Severity;
use crate::error::Error;
use crate::report::csv::{network_cell, toml_text};
use crate::report::language::app as say;
use crate::tables::{Bill, load_bill};
use std::io::Write;
use std::path::Path;

/// Whether a file is a bill of materials, by its ending.
pub(super) fn is_bill(input: &str) -> bool {
    let ending = Path::new(input).extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    matches!(ending.as_str(), "lock" | "json") && !Path::new(input).is_dir()
}

/// Writes the network of a bill of materials to each `--out`.
pub(super) fn convert(path: &Path, forms: &[Form], context: &Context) -> Result<Ending, Failure> {
    let checked = load_bill(path);
    let errors = checked.diagnostics.into_iter().filter(|found| found.finding.severity() == Severity::Error);
    let Some(bill) = checked.value else { return Err(Failure::Faulty(errors.collect())) };
    let source = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    // A folder is written as it is read; other forms need the network that it would be read as.
    let made = tempfile::tempdir().map_err(|error| Error::writing(path, error))?;
    let folder = made.path().join("network");
    std::fs::create_dir(&folder).and_then(|()| fill(&bill, &source, &folder)).map_err(|error| Error::writing(&folder, error))?;
    let network = input::load(&folder.display().to_string(), context)?.model.network;
    for (path, form) in context.out.iter().zip(forms) {
        match form {
            Form::Folder => {
                new_folder(path, |made| fill(&bill, &source, made)).map_err(|error| Error::writing(path, error))?;
            }
            other => super::write_one(&network, *other, path, context)?,
        }
    }
    if !context.quiet {
        output::note(&say::converted(context.lang, bill.packages.len() as u64, bill.uses.len() as u64));
    }
    Ok(Ending::Fine)
}

fn fill(bill: &Bill, source: &str, folder: &Path) -> std::io::Result<()> {
    let from = network_cell(source);
    let mut nodes = new_file(folder, "nodes.csv")?;
    writeln!(nodes, "id,name,kind,version,source")?;
    for package in &bill.packages {
        let [id, name, version] = [&package.id, &package.name, &package.version].map(|text| network_cell(text));
        writeln!(nodes, "{id},{name},product,{version},{from}")?;
    }
    nodes.flush()?;
    let mut dependencies = new_file(folder, "dependencies.csv")?;
    writeln!(dependencies, "dependent,provider,type,access,source")?;
    for &(dependent, provider) in &bill.uses {
        let [dependent, provider] = [dependent, provider].map(|place| network_cell(&bill.packages[place].id));
        writeln!(dependencies, "{dependent},{provider},cyber,update,{from}")?;
    }
    dependencies.flush()?;
    let mut meta = new_file(folder, "network.toml")?;
    writeln!(meta, "title = {}", toml_text(bill.title.as_deref().unwrap_or(source)))?;
    writeln!(meta, "description = {}", toml_text(&format!("Made by keten convert of {source}")))?;
    meta.flush()
}
