//! `keten convert`: a network, or a bill of materials as one, in another form.

mod bill;

use crate::app::cli::arguments::Convert;
use crate::app::cli::job::Context;
use crate::app::cli::output::{self, Foreign, new_folder, open_to_all, write_by, write_graph};
use crate::app::cli::{Ending, Failure, input};
use crate::error::Error;
use crate::network::Network;
use crate::network::case;
use crate::report::csv::{case_table, case_toml};
use crate::report::exchange::Export;
use crate::report::language::app as say;
use crate::report::xlsx;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// What a network is turned into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// A folder of tables.
    Folder,
    /// Its dependencies alone.
    Csv,
    Xlsx,
    Graph(Foreign),
}

/// Writes each `--out`.
pub(super) fn convert(arguments: &Convert, context: &Context) -> Result<Ending, Failure> {
    if context.out.is_empty() {
        return Err(Failure::Usage(say::no_folder(context.lang).to_owned()));
    }
    let forms: Result<Vec<Form>, Failure> = context.out.iter().map(|path| form(path, context)).collect();
    let forms = forms?;
    if bill::is_bill(&arguments.input) {
        return bill::convert(Path::new(&arguments.input), &forms, context);
    }
    let case = input::load(&arguments.input, context)?;
    input::mention(&case.found, context);
    write_all(&case.model.network, &forms, context)?;
    if !context.quiet && !case.sources.scenarios.is_empty() {
        output::note(say::without_scenarios(context.lang));
    }
    Ok(Ending::Fine)
}

fn form(path: &Path, context: &Context) -> Result<Form, Failure> {
    match path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase().as_str() {
        "" => Ok(Form::Folder),
        "csv" => Ok(Form::Csv),
        "xlsx" => Ok(Form::Xlsx),
        "graphml" => Ok(Form::Graph(Foreign::GraphMl)),
        "gexf" => Ok(Form::Graph(Foreign::Gexf)),
        "geojson" => Ok(Form::Graph(Foreign::GeoJson)),
        _ => Err(Failure::Usage(say::unknown_form(context.lang, &path.display().to_string()))),
    }
}

fn write_all(network: &Network, forms: &[Form], context: &Context) -> Result<(), Failure> {
    context.out.iter().zip(forms).try_for_each(|(path, form)| write_one(network, *form, path, context))
}

fn write_one(network: &Network, form: Form, path: &Path, context: &Context) -> Result<(), Failure> {
    let export = Export { network, course: None };
    match form {
        Form::Folder => {
            new_folder(path, |made| fill(network, made)).map_err(|error| Error::writing(path, error))?;
        }
        Form::Csv => write_by(path, |out| case_table(case::dependencies(network), out))?,
        Form::Graph(graph) => write_graph(path, graph, &export, context)?,
        Form::Xlsx => {
            let bytes = xlsx::case(network).map_err(|error| Error::writing(path, error))?;
            output::write(path, &bytes)?;
        }
    }
    Ok(())
}

fn fill(network: &Network, folder: &Path) -> io::Result<()> {
    for table in case::tables(network) {
        let mut file = new_file(folder, &format!("{}.csv", table.name))?;
        case_table(table, &mut file)?;
    }
    let meta = case_toml(network);
    if meta.is_empty() { Ok(()) } else { new_file(folder, "network.toml")?.write_all(meta.as_bytes()) }
}

/// A file in a folder that is being made.
fn new_file(folder: &Path, name: &str) -> io::Result<BufWriter<File>> {
    let file = File::create(folder.join(name))?;
    open_to_all(&file)?;
    Ok(BufWriter::with_capacity(1 << 16, file))
}
