//! `keten generate`

use crate::analysis::generate::{Access, Config, Needs, Row, Shape, id, is_process, rows, sector};
use crate::app::cli::arguments::{self, Generate};
use crate::app::cli::job::Context;
use crate::app::cli::output::{new_folder, open_to_all};
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
            result.map_err(Error::printing)?;
        }
        paths => {
            for path in paths {
                let written = new_folder(path, |made| fill(&config, made));
                written.map_err(|error| Error::writing(path, error))?;
            }
        }
    }
    Ok(Ending::Fine)
}

fn config(arguments: &Generate, context: &Context) -> Config {
    let mut config = Config::new(arguments.nodes, context.seed);
    config.mean_degree = arguments.mean_degree;
    config.buffers = arguments.buffers;
    config.probability = arguments.probability;
    config.access = match arguments.access {
        arguments::Access::None => Access::None,
        arguments::Access::Instant => Access::Instant,
        arguments::Access::Timed => Access::Timed,
    };
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

fn fill(config: &Config, folder: &Path) -> std::io::Result<()> {
    let file = |name: &str| {
        let file = std::fs::File::create(folder.join(name))?;
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
    meta.flush()
}

fn dependencies(config: &Config, out: &mut impl Write) -> std::io::Result<()> {
    let grouped = config.needs == Needs::KOfN;
    out.write_all(if grouped { b"dependent,provider,need,share,minimum" } else { b"dependent,provider" })?;
    out.write_all(if config.buffers { b",buffer_h" } else { b"" })?;
    out.write_all(if config.probability.is_some() { b",probability" } else { b"" })?;
    out.write_all(match config.access {
        Access::None => b"\n",
        Access::Instant => b",access\n",
        Access::Timed => b",access,ttc_h\n",
    })?;
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
        if let Some(p) = config.probability {
            write!(out, ",{}", p.value())?;
        }
        match (config.access, row.ttc_h) {
            (Access::Instant, _) => out.write_all(b",update")?,
            (Access::Timed, Some(hours)) => write!(out, ",update,{hours}")?,
            _ => {}
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
