//! The command as a stranger uses it: the built binary on small folders, its two streams and its exit code.

mod answers;
mod built;
mod compromise;
mod convert;
mod drawings;
mod exposure;
mod files;
mod input;
mod ownership;
mod promises;
mod sensitivity;
mod stories;
mod usage;
mod verdicts;

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// A mast with a battery of 4 hours behind a grid; telephony and a hospital behind the mast.
pub(crate) const CASE: [(&str, &str); 4] = [
    (
        "dependencies.csv",
        "dependent,provider,need,buffer_h,importance,source,confidence\n\
         MAST,GRID,power,4,,interview,high\n\
         TEL,MAST,masts,none,,interview,low\n\
         HOSPITAL,TEL,telephone,none,0.2,interview,high\n",
    ),
    (
        "nodes.csv",
        "id,name,name_nl,kind,sector,category,repair_h\n\
         GRID,Power grid,Stroomnet,asset,Energy,,\n\
         MAST,Telecom mast,Zendmast,asset,Telecom,,\n\
         TEL,Telephony,Telefonie,process,Telecom,A,\n\
         HOSPITAL,Hospital,Ziekenhuis,process,Health,B,\n",
    ),
    ("network.toml", "title = \"Four nodes\"\nmarking = \"TLP:GREEN\"\nversion = \"2\"\n"),
    ("scenarios/cut.toml", "title = \"Power cut\"\nhorizon_h = 48\n[[event]]\nat_h = 1\nfail = \"GRID\"\nduration_h = 6\n"),
];

/// A folder with these files.
pub(crate) fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

/// The command, in a folder and with nothing of the environment that could change what it says.
pub(crate) fn keten(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_keten"));
    command.args(arguments).current_dir(folder).env_remove("KETEN_LANG").env_remove("NO_COLOR");
    command
}

/// What came of a run.
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("keten writes UTF-8");
        Self { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}

pub(crate) fn run(folder: &Path, arguments: &[&str]) -> Ran {
    keten(folder, arguments).stdin(Stdio::null()).output().unwrap().into()
}

fn run_with_input(folder: &Path, arguments: &[&str], input: &str) -> Ran {
    let mut child = keten(folder, arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A command that does not read its input may close it first.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap().into()
}
