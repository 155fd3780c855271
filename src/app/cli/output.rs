//! Writing: standard output as it comes, files beside their name and renamed when whole.

use super::Failure;
use super::answer::Answer;
use super::arguments::Format;
use super::job::Context;
use crate::error::Error;
use crate::report::language::{Lang, app as say};
use std::io::Write;
use std::path::{Path, PathBuf};

/// A message on standard error.
#[allow(clippy::print_stderr, reason = "this is where messages go")]
pub(super) fn message(text: &str) {
    eprintln!("keten: {text}");
}

/// Text on standard error as it is.
pub(super) fn note(text: &str) {
    // Nobody reads the messages any more when standard error is closed.
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}

/// Standard output.
pub(super) fn print(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|error| Error::new("write to standard output", error).into())
}

/// Where an answer goes: standard output, or files in the formats of their endings.
pub(super) struct Targets<'c> {
    context: &'c Context,
    files: Vec<(&'c Path, Kind)>,
}

/// What a file holds.
#[derive(Clone, Copy)]
enum Kind {
    Text(Format),
    Picture,
}

impl<'c> Targets<'c> {
    /// Reads the endings of the files, before any work is done. Only some answers have a picture.
    pub(super) fn of(context: &'c Context, has_picture: bool) -> Result<Self, Failure> {
        let file = |path: &'c PathBuf| kind(path, context.lang, has_picture).map(|kind| (path.as_path(), kind));
        let files: Result<Vec<_>, Failure> = context.out.iter().map(file).collect();
        Ok(Self { context, files: files? })
    }

    /// Writes an answer to every file, or where none was named, to standard output.
    pub(super) fn give(&self, answer: &Answer) -> Result<(), Failure> {
        if self.files.is_empty() {
            return print(&answer.text(self.context.format));
        }
        for &(path, kind) in &self.files {
            let text = match (kind, &answer.picture) {
                (Kind::Text(format), _) => answer.text(format),
                (Kind::Picture, Some(picture)) => picture(),
                (Kind::Picture, None) => return Err(Failure::Usage(say::no_picture(answer.lang, &path.display().to_string()))),
            };
            write(path, text.as_bytes())?;
        }
        Ok(())
    }
}

fn kind(path: &Path, lang: Lang, has_picture: bool) -> Result<Kind, Failure> {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    match ending.as_str() {
        "json" => Ok(Kind::Text(Format::Json)),
        "csv" => Ok(Kind::Text(Format::Csv)),
        "md" => Ok(Kind::Text(Format::Md)),
        "txt" => Ok(Kind::Text(Format::Table)),
        "svg" if has_picture => Ok(Kind::Picture),
        "svg" => Err(Failure::Usage(say::no_picture(lang, &path.display().to_string()))),
        _ => Err(Failure::Usage(say::unknown_ending(lang, &path.display().to_string()))),
    }
}

/// Writes a whole file or none: beside its name, then renamed.
pub(super) fn write(path: &Path, content: &[u8]) -> Result<(), Failure> {
    let failed = |error| Failure::from(Error::new(format!("write {}", path.display()), error));
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".keten-").tempfile_in(folder).map_err(failed)?;
    file.write_all(content).map_err(failed)?;
    file.as_file().sync_all().map_err(failed)?;
    open_to_all(file.as_file()).map_err(failed)?;
    file.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}

/// A temporary file is for its owner only; an answer is an ordinary file.
#[cfg(unix)]
pub(super) fn open_to_all(file: &std::fs::File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
pub(super) fn open_to_all(_: &std::fs::File) -> std::io::Result<()> {
    Ok(())
}
