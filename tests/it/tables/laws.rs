//! What holds for any bytes at all.

use super::{load_one, network, rows};
use keten::diagnostic::Severity;
use proptest::prelude::*;

/// Pieces of tables, good and bad, so that random texts come near to being tables.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    let known = [
        "a",
        "b",
        "é",
        ",",
        ";",
        "\t",
        "\n",
        "\r\n",
        "\r",
        "\"",
        "\"\"",
        "#",
        " ",
        "0.5",
        "1,5",
        "tri(1|2|3)",
        "none",
        "dependent",
        "provider",
        "afnemer;leverancier\n",
        "dependent,provider,share\n",
        "a,b,1\n",
        "\0",
        "\u{feff}",
        "sep=;\n",
        "\u{a0}",
    ];
    prop_oneof![8 => prop::sample::select(known.to_vec()).prop_map(|text| text.as_bytes().to_vec()), 1 => prop::collection::vec(any::<u8>(), 1..4)]
}

fn field() -> impl Strategy<Value = String> {
    "[a-c\",;#\n é]{1,6}".prop_map(|text| format!("x{text}y"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_give_a_network_or_an_error_in_its_place(pieces in prop::collection::vec(piece(), 0..40)) {
        let bytes = pieces.concat();
        let checked = load_one(&bytes);
        let has_error = checked.diagnostics.iter().any(|d| d.finding.severity() == Severity::Error);
        prop_assert_eq!(checked.value.is_none(), has_error);
        for place in checked.diagnostics.iter().flat_map(|d| &d.places) {
            prop_assert!(place.quote.get(place.span.clone()).is_some(), "{:?}", place);
        }
    }

    #[test]
    fn what_is_quoted_is_read_as_it_was(fields in prop::collection::vec((field(), field()), 1..6), comma in any::<bool>()) {
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let delimiter = if comma { "," } else { ";" };
        let mut text = format!("dependent{delimiter}provider\n");
        let mut expected: Vec<String> = Vec::new();
        for (at, (dependent, provider)) in fields.iter().enumerate() {
            let (dependent, provider) = (format!("{at}{dependent}"), format!("p{provider}"));
            text += &[quoted(&dependent), delimiter.to_owned(), quoted(&provider), "\n".to_owned()].concat();
            expected.push(format!("{dependent} {provider} {provider}"));
        }
        expected.sort();
        prop_assert_eq!(rows(&network(text)), expected);
    }
}
