//! Arguments that do not fit: what is said of them, and the fixed words of the help.

use super::Lang;

/// What is wrong with the arguments of a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misuse {
    /// Required arguments that are not there.
    Missing(Vec<String>),
    /// No command was named.
    NoCommand,
    /// A command that does not exist, and the one it resembles.
    UnknownCommand {
        /// As typed.
        typed: String,
        /// The nearest.
        nearest: Option<String>,
    },
    /// An argument that the command does not have, and the one it resembles.
    UnknownArgument {
        /// As typed.
        typed: String,
        /// The nearest.
        nearest: Option<String>,
    },
    /// A value that its argument does not take.
    BadValue {
        /// The argument.
        argument: String,
        /// As typed.
        value: String,
        /// What is allowed: words, or a range; empty: a whole number of 0 or more.
        allowed: Vec<String>,
        /// The word it resembles.
        nearest: Option<String>,
    },
    /// An argument without its value.
    NoValue {
        /// The argument.
        argument: String,
        /// The words it takes, where it takes words.
        allowed: Vec<String>,
    },
    /// Two arguments that exclude one another.
    Conflict {
        /// The one.
        argument: String,
        /// The others.
        with: Vec<String>,
    },
    /// An argument that stands twice and may not.
    Twice(String),
    /// A text that is not UTF-8.
    NotText,
}

impl Misuse {
    /// What is wrong, and what would be right.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::Missing(arguments) => {
                let arguments = arguments.join(", ");
                lang.pick(format!("{arguments} is missing"), format!("{arguments} ontbreekt"))
            }
            Self::NoCommand => lang.pick("say which command", "zeg welke opdracht").to_owned(),
            Self::UnknownCommand { typed, nearest } => {
                lang.pick(format!("there is no command '{typed}'"), format!("er is geen opdracht '{typed}'"))
                    + &meant(lang, nearest.as_deref())
            }
            Self::UnknownArgument { typed, .. } if !typed.starts_with('-') => {
                lang.pick(format!("'{typed}' is one argument too many"), format!("'{typed}' is een argument te veel"))
            }
            Self::UnknownArgument { typed, nearest } => {
                lang.pick(format!("there is no option '{typed}' here"), format!("er is hier geen optie '{typed}'"))
                    + &meant(lang, nearest.as_deref())
            }
            Self::BadValue { argument, value, allowed, nearest } => {
                lang.pick(format!("{argument} does not take '{value}'"), format!("{argument} kan niet '{value}' zijn"))
                    + &meant(lang, nearest.as_deref())
                    + &if allowed.is_empty() { whole_number(lang).to_owned() } else { choice(lang, allowed) }
            }
            Self::NoValue { argument, allowed } => {
                lang.pick(format!("{argument} needs a value"), format!("{argument} mist een waarde")) + &choice(lang, allowed)
            }
            Self::Conflict { argument, with } => {
                let with = with.join(", ");
                lang.pick(format!("{argument} cannot stand beside {with}"), format!("{argument} gaat niet samen met {with}"))
            }
            Self::Twice(argument) => {
                lang.pick(format!("{argument} may stand once only"), format!("{argument} mag maar één keer voorkomen"))
            }
            Self::NotText => lang.pick("an argument is not valid UTF-8", "een argument is geen geldige UTF-8").to_owned(),
        }
    }
}

fn meant(lang: Lang, nearest: Option<&str>) -> String {
    nearest.map(|word| lang.pick(format!("; did you mean '{word}'?"), format!("; bedoel je '{word}'?"))).unwrap_or_default()
}

fn whole_number(lang: Lang) -> &'static str {
    lang.pick(" (allowed: a whole number, 0 or more)", " (mag zijn: een geheel getal, 0 of meer)")
}

fn choice(lang: Lang, allowed: &[String]) -> String {
    if allowed.is_empty() {
        return String::new();
    }
    let allowed = allowed.join(", ");
    lang.pick(format!(" (allowed: {allowed})"), format!(" (mag zijn: {allowed})"))
}

/// Where help is found; `path` is the command as far as it was understood.
pub fn see_help(lang: Lang, path: &str) -> String {
    lang.pick(format!("`{path} --help` shows what can be given"), format!("`{path} --help` toont wat er kan worden meegegeven"))
}

/// The fixed words of the help, as its writer has them and in Dutch. The longer stand before what they begin with.
pub const FIXED_WORDS: [(&str, &str); 11] = [
    ("Print this message or the help of the given subcommand(s)", "Toon deze hulp, of die van een opdracht"),
    ("Usage:", "Gebruik:"),
    ("Arguments:", "Argumenten:"),
    ("Options:", "Opties:"),
    ("Commands:", "Opdrachten:"),
    ("[OPTIONS]", "[OPTIES]"),
    ("<COMMAND>", "<OPDRACHT>"),
    ("[possible values:", "[keuze:"),
    ("[default:", "[anders:"),
    ("Print help", "Toon deze hulp"),
    ("Print version", "Toon de versie"),
];
