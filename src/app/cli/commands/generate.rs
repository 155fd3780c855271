//! `keten generate`

use crate::analysis::generate::{Config, Needs, Row, Shape, id, is_process, rows, sector};
use crate::app::cli::arguments::{self, Generate};
use crate::app::cli::job::Context;
use crate::app::cli::output::open_to_all;
use crate::app::cli::{Ending, Failure};
use crate::error::Error;
use std::io::{BufWriter, Write};
use std::path::Path;

/// Writes a network folder to `--out`, or its dependencies to standard output.
pub(super) fn generate(arguments: &Generate, context: &Context) -> Result<Ending, Failure> {
    let config = config(arguments, context);
    match context.out.as_slice() {
        [] => {
            let out = std::io::stdout().lock();
            let result = dependencies(&config, &mut BufWriter::with_capacity(1 << 16, out));
            result.map_err(|error| Error::new("write to standard output", error))?;
        }
        paths => {
            for path in paths {
                folder(&config, path).map_err(|error| Error::new(format!("write {}", path.display()), error))?;
            }
        }
    }
    Ok(Ending::Fine)
}

fn config(arguments: &Generate, context: &Context) -> Config {
    let mut config = Config::new(arguments.nodes, context.seed);
    config.mean_degree = arguments.mean_degree;
    config.buffers = arguments.buffers;
    config.shape = match arguments.shape {
        arguments::Shape::ScaleFree => Shape::ScaleFree,
        arguments::Shape::Random => Shape::Random,
        arguments::Shape::Layered => Shape::Layered,
    };
    config.needs = match arguments.needs {
        arguments::Needs::All => Needs::All,
        arguments::Needs::KOfN => Needs::KOfN,
    };
    config
}

/// A folder appears whole or not at all: it is made beside its name and renamed. One that exists is left alone.
fn folder(config: &Config, path: &Path) -> std::io::Result<()> {
    if path.exists() {
        return Err(std::io::Error::from(std::io::ErrorKind::AlreadyExists));
    }
    let parent = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let made = tempfile::Builder::new().prefix(".keten-").tempdir_in(parent)?;
    let file = |name: &str| {
        let file = std::fs::File::create(made.path().join(name))?;
        open_to_all(&file)?;
        Ok::<_, std::io::Error>(BufWriter::with_capacity(1 << 16, file))
    };
    dependencies(config, &mut file("dependencies.csv")?)?;
    nodes(config, &mut file("nodes.csv")?)?;
    let mut meta = file("network.toml")?;
    writeln!(
        meta,
        "title = \"Synthetic network\"\ndescription = \"{} nodes, seed {}\"\nmarking = \"TLP:CLEAR\"",
        config.nodes, config.seed
    )?;
    meta.flush()?;
    open_folder(made.path())?;
    std::fs::rename(made.keep(), path)
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

fn dependencies(config: &Config, out: &mut impl Write) -> std::io::Result<()> {
    let grouped = config.needs == Needs::KOfN;
    out.write_all(if grouped { b"dependent,provider,need,share,minimum" } else { b"dependent,provider" })?;
    out.write_all(if config.buffers { b",buffer_h\n" } else { b"\n" })?;
    for row in rows(config) {
        write!(out, "{},{}", id(row.dependent), id(row.provider))?;
        if grouped {
            group(&row, out)?;
        }
        if config.buffers {
            match row.buffer_h {
                Some(hours) => write!(out, ",{hours}")?,
                None => out.write_all(b",")?,
            }
        }
        out.write_all(b"\n")?;
    }
    out.flush()
}

fn group(row: &Row, out: &mut impl Write) -> std::io::Result<()> {
    write!(out, ",need-{},", row.need.unwrap_or_default())?;
    if row.share_of > 1 {
        write!(out, "1/{}", row.share_of)?;
    }
    out.write_all(if row.whole { b",1" } else { b"," })
}

fn nodes(config: &Config, out: &mut impl Write) -> std::io::Result<()> {
    out.write_all(b"id,kind,sector\n")?;
    for node in 0..config.nodes {
        let kind = if is_process(config, node) { "process" } else { "provider" };
        writeln!(out, "{},{kind},{}", id(node), sector(node))?;
    }
    out.flush()
}
