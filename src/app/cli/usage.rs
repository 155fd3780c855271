//! Arguments that were not read: what is wrong with them, or the help that was asked for, in the language of the user.

use super::arguments::{Unread, command};
use super::output;
use crate::report::language::misuse::{FIXED_WORDS, Misuse, see_help};
use crate::report::language::{Lang, app as say};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::error::Error as _;
use std::process::ExitCode;

/// Shows it: a fault on standard error (2), help on standard output (0).
pub(super) fn show(unread: &Unread) -> ExitCode {
    let Unread { error, lang } = unread;
    match misuse(error) {
        Some(misuse) => {
            output::message(&misuse.message(*lang));
            output::message(&see_help(*lang, &path()));
            ExitCode::from(2)
        }
        None if error.use_stderr() => {
            output::note(&help(error, *lang));
            ExitCode::from(2)
        }
        // Help that nobody reads any more is no failure.
        None => match output::print(help(error, *lang)) {
            Err(super::Failure::Runtime(lost)) if !lost.is_closed_pipe() => {
                output::message(&say::not_written(*lang, lost.path(), lost.said()));
                ExitCode::FAILURE
            }
            _ => ExitCode::SUCCESS,
        },
    }
}

/// The fault in terms of its own; none where help or the version was asked for.
fn misuse(error: &clap::Error) -> Option<Misuse> {
    let typed = || first(error, ContextKind::InvalidArg);
    Some(match error.kind() {
        ErrorKind::MissingRequiredArgument => Misuse::Missing(all(error, ContextKind::InvalidArg)),
        ErrorKind::MissingSubcommand => Misuse::NoCommand,
        ErrorKind::InvalidSubcommand => {
            let typed = first(error, ContextKind::InvalidSubcommand);
            Misuse::UnknownCommand { typed, nearest: nearest(error, ContextKind::SuggestedSubcommand) }
        }
        ErrorKind::UnknownArgument => Misuse::UnknownArgument { typed: typed(), nearest: nearest(error, ContextKind::SuggestedArg) },
        ErrorKind::InvalidValue if first(error, ContextKind::InvalidValue).is_empty() => {
            Misuse::NoValue { argument: typed(), allowed: all(error, ContextKind::ValidValue) }
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => Misuse::BadValue {
            argument: typed(),
            value: first(error, ContextKind::InvalidValue),
            allowed: allowed(error),
            nearest: nearest(error, ContextKind::SuggestedValue),
        },
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => Misuse::NoValue { argument: typed(), allowed: Vec::new() },
        ErrorKind::ArgumentConflict => conflict(typed(), all(error, ContextKind::PriorArg)),
        ErrorKind::TooManyValues => Misuse::UnknownArgument { typed: first(error, ContextKind::InvalidValue), nearest: None },
        ErrorKind::InvalidUtf8 => Misuse::NotText,
        _ => return None,
    })
}

fn conflict(argument: String, with: Vec<String>) -> Misuse {
    if with.iter().all(|other| *other == argument) { Misuse::Twice(argument) } else { Misuse::Conflict { argument, with } }
}

/// The words that a value may be, or the range that it must lie in.
fn allowed(error: &clap::Error) -> Vec<String> {
    let words = all(error, ContextKind::ValidValue);
    if !words.is_empty() {
        return words;
    }
    let reason = error.source().map(ToString::to_string).unwrap_or_default();
    let range = reason.split_once(" is not in ").map(|(_, range)| range.replace("..=", ".."));
    match range {
        Some(range) => vec![range],
        // The parser of whole numbers has a sentence of its own; ours name what is allowed.
        None if reason.contains("digit") || reason.contains("integer") => Vec::new(),
        None => vec![reason],
    }
}

fn all(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::String(text)) => vec![text.clone()],
        _ => Vec::new(),
    }
}

fn first(error: &clap::Error, kind: ContextKind) -> String {
    all(error, kind).into_iter().next().unwrap_or_default()
}

fn nearest(error: &clap::Error, kind: ContextKind) -> Option<String> {
    all(error, kind).into_iter().next()
}

/// The command that was named, as far as there is one.
fn path() -> String {
    let known = command();
    let typed: Vec<String> = std::env::args_os().map(|word| word.to_string_lossy().into_owned()).skip(1).collect();
    let named = typed.iter().find(|word| known.find_subcommand(word).is_some());
    named.map_or_else(|| "keten".to_owned(), |name| format!("keten {name}"))
}

/// The help as its writer made it, with its fixed words in the language of the user.
fn help(error: &clap::Error, lang: Lang) -> String {
    // The words of the help may be broken over lines; what is replaced must be whole.
    let text = error.render().to_string();
    let text = joined(&text, "[possible", "values:");
    match lang {
        Lang::English => text,
        Lang::Dutch => FIXED_WORDS.iter().fold(text, |text, (english, dutch)| text.replace(english, dutch)),
    }
}

/// The text with two words that a line break parts on one line, the second's.
fn joined(text: &str, first: &str, second: &str) -> String {
    let mut parts = text.split(first);
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.strip_prefix('\n').map(|rest| (rest, rest.trim_start())) {
            Some((rest, words)) if words.starts_with(second) => {
                let indent = &rest[..rest.len() - words.len()];
                whole.truncate(whole.trim_end().len());
                whole.extend(["\n", indent, first, " ", words]);
            }
            _ => whole.extend([first, part]),
        }
    }
    whole
}
