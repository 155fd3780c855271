//! What the built command promises to those who run it: arguments and files in, an exit code, standard output, standard error and files
//! out.

mod backtests;
mod damage;
mod engines;
mod events;
mod faults;
mod files;
mod known;
mod made;
mod ordered;
mod pages;
mod shapes;
mod spellings;
mod streams;
mod written;

use serde_json::Value;
use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// What a run of the command gave.
#[derive(Debug, PartialEq)]
struct Ran {
    code: i32,
    out: String,
    err: String,
}

impl Ran {
    fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Self { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
    }

    /// The standard output of a run that went well.
    fn fine(self) -> String {
        assert_eq!(self.code, 0, "{}", self.err);
        self.out
    }

    fn json(self) -> Value {
        serde_json::from_str(&self.fine()).unwrap()
    }

    /// Faulty input or usage: this exit code, these words in the message, nothing on standard output.
    fn refused(&self, code: i32, words: &[&str]) {
        assert_eq!((self.code, self.out.as_str()), (code, ""), "{}", self.err);
        for word in words {
            assert!(self.err.contains(word), "{word} is missing in:\n{}", self.err);
        }
    }
}

/// The command in a folder, untouched by the settings of whoever runs the tests.
fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_keten"));
    command.args(args).current_dir(folder).env_remove("KETEN_LANG").env_remove("NO_COLOR").stdin(Stdio::null());
    command
}

fn run_in(folder: &Path, args: &[&str]) -> Ran {
    Ran::of(command(folder, args).output().unwrap())
}

/// Runs with `input` on standard input.
fn fed(folder: &Path, args: &[&str], input: &[u8]) -> Ran {
    let mut command = command(folder, args);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    Ran::of(child.wait_with_output().unwrap())
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A temporary folder with files in it.
struct Desk(TempDir);

impl Desk {
    fn with(files: &[(&str, &[u8])]) -> Self {
        let desk = Self(TempDir::new().unwrap());
        for (name, content) in files {
            desk.put(name, content);
        }
        desk
    }

    /// The folder `net`: telephony has 4 hours of battery, water a day, and both need the grid.
    fn tiny() -> Self {
        Self::with(&[
            ("net/dependencies.csv", b"dependent,provider,buffer_h,source\ntel,grid,4,a guide\nwater,grid,24,a guide\n"),
            ("net/nodes.csv", b"id,name,sector,source\ngrid,National grid,energy,a guide\ntel,Telephony,telecom,a guide\n"),
        ])
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn put(&self, name: &str, content: &[u8]) {
        let path = self.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    }

    fn text(&self, name: &str) -> String {
        std::fs::read_to_string(self.path().join(name)).unwrap()
    }

    /// The names at the top, in order.
    fn names(&self) -> Vec<String> {
        names(self.path())
    }

    fn run(&self, args: &[&str]) -> Ran {
        run_in(self.path(), args)
    }

    fn run_with(&self, name: impl AsRef<OsStr>, value: impl AsRef<OsStr>, args: &[&str]) -> Ran {
        Ran::of(command(self.path(), args).env(name, value).output().unwrap())
    }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
