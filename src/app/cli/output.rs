//! Writing: standard output as it comes, files beside their name and renamed when whole.

use super::Failure;
use super::answer::Answer;
use super::arguments::Format;
use super::job::Context;
use crate::error::Error;
use crate::report::exchange::{Export, geojson, gexf, graphml};
use crate::report::language::{Lang, app as say};
use std::fs::File;
use std::io::{BufWriter, IsTerminal, Write};
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
pub(super) fn print(text: impl AsRef<[u8]>) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_ref()).and_then(|()| out.flush()).map_err(|error| Error::printing(error).into())
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
    Graph(Foreign),
}

/// A form in which other programs read a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Foreign {
    GraphMl,
    Gexf,
    GeoJson,
}

impl<'c> Targets<'c> {
    /// Reads the endings of the files, before any work is done. Only some answers have a picture.
    pub(super) fn of(context: &'c Context, has_picture: bool) -> Result<Self, Failure> {
        let file = |path: &'c PathBuf| kind(path, context.lang, has_picture).map(|kind| (path.as_path(), kind));
        let files: Result<Vec<_>, Failure> = context.out.iter().map(file).collect();
        Ok(Self { context, files: files? })
    }

    /// Whether a format is wanted of which this holds.
    pub(super) fn want(&self, which: impl Fn(Format) -> bool) -> bool {
        let of_file = |(_, kind): &(&Path, Kind)| matches!(kind, Kind::Text(format) if which(*format));
        if self.files.is_empty() { which(self.context.format) } else { self.files.iter().any(of_file) }
    }

    /// Writes an answer to those targets of whose format this holds.
    pub(super) fn give_where(&self, which: impl Fn(Format) -> bool, answer: &Answer) -> Result<(), Failure> {
        if self.files.is_empty() {
            return if which(self.context.format) { self.give(answer) } else { Ok(()) };
        }
        let wanted = |(_, kind): &&(&Path, Kind)| matches!(kind, Kind::Text(format) if which(*format));
        let files: Vec<_> = self.files.iter().filter(wanted).copied().collect();
        if files.is_empty() { Ok(()) } else { Self { context: self.context, files }.give(answer) }
    }

    /// Writes an answer to every file, or where none was named, to standard output.
    pub(super) fn give(&self, answer: &Answer) -> Result<(), Failure> {
        self.give_with(answer, None)
    }

    /// The same for an answer that is also a course through a network.
    pub(super) fn give_with(&self, answer: &Answer, export: Option<&Export>) -> Result<(), Failure> {
        if self.files.is_empty() {
            let format = self.context.format;
            if format == Format::Xlsx && std::io::stdout().is_terminal() {
                return Err(Failure::Usage(say::no_workbook_on_a_terminal(answer.lang).to_owned()));
            }
            return print(&answer.bytes(format).map_err(Error::printing)?);
        }
        for &(path, kind) in &self.files {
            if let Kind::Graph(graph) = kind {
                let unknown = || Failure::Usage(say::unknown_ending(answer.lang, &path.display().to_string()));
                write_graph(path, graph, export.ok_or_else(unknown)?, self.context)?;
                continue;
            }
            let bytes = match (kind, &answer.picture) {
                (Kind::Text(format), _) => answer.bytes(format).map_err(|error| Error::writing(path, error))?,
                (Kind::Picture, Some(picture)) => picture().into_bytes(),
                (Kind::Picture | Kind::Graph(_), _) => {
                    return Err(Failure::Usage(say::no_picture(answer.lang, &path.display().to_string())));
                }
            };
            write(path, &bytes)?;
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
        "xlsx" => Ok(Kind::Text(Format::Xlsx)),
        "svg" if has_picture => Ok(Kind::Picture),
        "graphml" if has_picture => Ok(Kind::Graph(Foreign::GraphMl)),
        "gexf" if has_picture => Ok(Kind::Graph(Foreign::Gexf)),
        "geojson" if has_picture => Ok(Kind::Graph(Foreign::GeoJson)),
        "svg" => Err(Failure::Usage(say::no_picture(lang, &path.display().to_string()))),
        _ => Err(Failure::Usage(say::unknown_ending(lang, &path.display().to_string()))),
    }
}

/// Writes a whole file or none: beside its name, then renamed.
pub(super) fn write(path: &Path, content: &[u8]) -> Result<(), Failure> {
    write_by(path, |out| out.write_all(content))
}

/// The same, where the content is made as it is written.
pub(super) fn write_by(path: &Path, make: impl FnOnce(&mut BufWriter<&mut File>) -> std::io::Result<()>) -> Result<(), Failure> {
    let failed = |error| Failure::from(Error::writing(path, error));
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".keten-").tempfile_in(folder).map_err(|error| failed(error.kind().into()))?;
    let mut out = BufWriter::with_capacity(1 << 16, file.as_file_mut());
    make(&mut out).and_then(|()| out.flush()).map_err(failed)?;
    drop(out);
    file.as_file().sync_all().map_err(failed)?;
    open_to_all(file.as_file()).map_err(failed)?;
    file.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}

/// Writes a network, or a course through it, for another program; how many nodes cannot be on a map is said.
pub(super) fn write_graph(path: &Path, graph: Foreign, export: &Export, context: &Context) -> Result<(), Failure> {
    let mut left_out = 0;
    write_by(path, |out| match graph {
        Foreign::GraphMl => graphml(export, out),
        Foreign::Gexf => gexf(export, out),
        Foreign::GeoJson => geojson(export, out).map(|count| left_out = count),
    })?;
    if left_out > 0 && !context.quiet {
        note(&say::off_the_map(context.lang, left_out as u64, export.network.node_count() as u64));
    }
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
