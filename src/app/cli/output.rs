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
pub(super) fn message(text: &str) {
    note(&format!("keten: {text}\n"));
}

/// Text on standard error as it is.
pub(super) fn note(text: &str) {
    // Nobody reads the messages any more when standard error is closed.
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}

/// Standard output.
pub(super) fn print(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|error| Error::printing(error).into())
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
        "html" | "htm" => Ok(Kind::Text(Format::Html)),
        "txt" => Ok(Kind::Text(Format::Table)),
        "svg" if has_picture => Ok(Kind::Picture),
        "svg" => Err(Failure::Usage(say::no_picture(lang, &path.display().to_string()))),
        _ => Err(Failure::Usage(say::unknown_ending(lang, &path.display().to_string()))),
    }
}

/// Writes a whole file or none: beside its name, then renamed.
pub(super) fn write(path: &Path, content: &[u8]) -> Result<(), Failure> {
    let failed = |error| Failure::from(Error::writing(path, error));
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".keten-").tempfile_in(folder).map_err(|error| failed(error.kind().into()))?;
    file.write_all(content).map_err(failed)?;
    file.as_file().sync_all().map_err(failed)?;
    open_to_all(file.as_file()).map_err(failed)?;
    file.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}

/// Makes a whole folder or none: it is filled beside its name, then renamed. One that exists is left alone.
pub(super) fn new_folder(path: &Path, fill: impl FnOnce(&Path) -> std::io::Result<()>) -> std::io::Result<()> {
    if path.exists() {
        return Err(std::io::Error::new(std::io::ErrorKind::AlreadyExists, "it exists already and is left as it was"));
    }
    let parent = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let made = tempfile::Builder::new().prefix(".keten-").tempdir_in(parent)?;
    fill(made.path())?;
    open_folder(made.path())?;
    std::fs::rename(made.path(), path)?;
    // Under its own name it is no longer temporary.
    let _ = made.keep();
    Ok(())
}

#[cfg(unix)]
fn open_folder(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn open_folder(_: &Path) -> std::io::Result<()> {
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
