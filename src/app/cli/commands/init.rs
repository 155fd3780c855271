//! `keten init`: a commented case to fill in.
//!
//! The templates are whole networks, so that what they say can be run before a cell is changed.

use crate::app::cli::arguments::{Init, Template};
use crate::app::cli::job::Context;
use crate::app::cli::output::{new_folder, open_to_all, print};
use crate::app::cli::{Ending, Failure};
use crate::error::Error;
use crate::report::language::{Lang, app as say};
use std::io::Write;
use std::path::Path;

/// The files of a template: where they go, and what they hold.
type Files = [(&'static str, &'static str); 5];

macro_rules! files {
    ($folder:literal) => {
        [
            ("network.toml", include_str!(concat!("init/", $folder, "/network.toml"))),
            ("nodes.csv", include_str!(concat!("init/", $folder, "/nodes.csv"))),
            ("dependencies.csv", include_str!(concat!("init/", $folder, "/dependencies.csv"))),
            ("scenarios/example.toml", include_str!(concat!("init/", $folder, "/scenarios/example.toml"))),
            ("README.md", include_str!(concat!("init/", $folder, "/README.md"))),
        ]
    };
}

/// Writes a template to a new folder, and says which command comes next.
pub(super) fn init(arguments: &Init, context: &Context) -> Result<Ending, Failure> {
    if !context.out.is_empty() {
        return Err(Failure::Usage(say::init_takes_no_out(context.lang).to_owned()));
    }
    let path = &arguments.folder;
    let files = files(arguments.template, context.lang);
    new_folder(path, |made| write(&files, made)).map_err(|error| Error::writing(path, error))?;
    print(say::next_is_check(context.lang, &path.display().to_string()))?;
    Ok(Ending::Fine)
}

fn files(template: Template, lang: Lang) -> Files {
    match (template, lang) {
        (Template::Empty, Lang::English) => files!("empty/en"),
        (Template::Empty, Lang::Dutch) => files!("empty/nl"),
        (Template::Telecom, Lang::English) => files!("telecom/en"),
        (Template::Telecom, Lang::Dutch) => files!("telecom/nl"),
        (Template::Electricity, Lang::English) => files!("electricity/en"),
        (Template::Electricity, Lang::Dutch) => files!("electricity/nl"),
        (Template::Municipality, Lang::English) => files!("municipality/en"),
        (Template::Municipality, Lang::Dutch) => files!("municipality/nl"),
    }
}

fn write(files: &Files, folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir(folder.join("scenarios"))?;
    for (name, text) in files {
        let mut file = std::fs::File::create(folder.join(name))?;
        open_to_all(&file)?;
        file.write_all(text.as_bytes())?;
    }
    Ok(())
}
