//! What the reader of TOML says, in Dutch.

use std::borrow::Cow;

/// A message of the reader in Dutch; one that is not known here is quoted as it is.
pub(super) fn dutch(reason: &str) -> Cow<'static, str> {
    let known =
        KNOWN.iter().find(|(english, _)| reason == *english || reason.strip_prefix(english).is_some_and(|rest| rest.starts_with(',')));
    match known {
        Some((_, dutch)) => Cow::Borrowed(dutch),
        None => Cow::Owned(format!("melding van de lezer: {reason}")),
    }
}

/// The messages that a text written by hand can lead to. A comma and an explanation may follow them.
const KNOWN: [(&str, &str); 33] = [
    ("`_` may only go between digits", "`_` mag alleen tussen cijfers staan"),
    ("carriage return must be followed by newline", "een los regeleinde (CR) midden in een regel"),
    ("duplicate key", "dezelfde sleutel staat er twee keer"),
    ("extra `=`", "een `=` te veel"),
    ("extra assignment between key-value pairs", "een `=` te veel"),
    ("extra comma in array", "een komma te veel in een lijst"),
    ("extra comma in inline table", "een komma te veel tussen de accolades"),
    ("integer number overflowed", "een getal dat te groot is"),
    ("invalid array", "een lijst die niet klopt"),
    ("invalid basic string", "een tekst die niet wordt gesloten, of met een teken dat niet mag"),
    ("invalid comment character", "een teken dat in commentaar niet mag"),
    ("invalid inline table element", "iets dat tussen accolades niet kan"),
    ("invalid key-value pair", "een regel die geen `sleutel = waarde` is"),
    ("invalid unquoted key", "een sleutel met tekens die alleen tussen aanhalingstekens mogen"),
    ("invalid value", "een waarde die niet te lezen is"),
    ("key with no value", "een sleutel zonder `=` en waarde"),
    ("missing assignment between key-value pairs", "een `=` ontbreekt"),
    ("missing comma between array elements", "een komma ontbreekt in een lijst"),
    ("missing comma between key-value pairs", "een komma ontbreekt tussen de accolades"),
    ("missing escaped value", "achter een \\ ontbreekt het teken"),
    ("missing key for inline table element", "een sleutel ontbreekt tussen de accolades"),
    ("missing opening quote", "een aanhalingsteken ontbreekt aan het begin"),
    ("missing value", "een waarde ontbreekt"),
    ("missing value for key", "een waarde ontbreekt achter de `=`"),
    ("string values must be quoted", "een tekst moet tussen aanhalingstekens staan"),
    ("unclosed array", "een lijst zonder sluitende `]`"),
    ("unclosed array table", "een kop zonder sluitende `]]`"),
    ("unclosed inline table", "een accolade die niet gesloten wordt"),
    ("unclosed table", "een kop zonder sluitende `]`"),
    ("unexpected key or value", "iets dat hier niet hoort te staan"),
    ("unexpected content", "iets dat hier niet hoort te staan"),
    ("unexpected leading zero", "een getal dat met een nul begint"),
    ("unquoted keys cannot be empty", "een sleutel ontbreekt"),
];
