//! JSON with its keys in the order of the text, and how far a text may go beyond a promised shape: keys added at the end.

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use std::fmt;

/// A JSON value whose keys keep their order.
#[derive(Debug, PartialEq)]
enum Tree {
    Object(Vec<(String, Tree)>),
    List(Vec<Tree>),
    Leaf(Value),
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Leaf(Value::Null))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Leaf(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
        Ok(Tree::Leaf(value.into()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Leaf(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
        Ok(Tree::Leaf(value.into()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Tree, E> {
        Ok(Tree::Leaf(value.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Tree, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Tree::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Tree, A::Error> {
        let mut object = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            object.push(entry);
        }
        Ok(Tree::Object(object))
    }
}

/// Where `actual` breaks the promise of `shape`: other values, lists of another length, keys gone, moved, or put between others.
fn breaches(at: &str, shape: &Tree, actual: &Tree) -> Vec<String> {
    match (shape, actual) {
        (Tree::Object(shape), Tree::Object(actual)) => {
            let keys = |entries: &[(String, Tree)]| entries.iter().map(|(key, _)| key.clone()).take(shape.len()).collect::<Vec<_>>();
            if keys(shape) != keys(actual) {
                return vec![format!("{at}: keys {:?}, not {:?}", keys(actual), keys(shape))];
            }
            let pairs = shape.iter().zip(actual);
            pairs.flat_map(|((key, shape), (_, actual))| breaches(&format!("{at}.{key}"), shape, actual)).collect()
        }
        (Tree::List(shape), Tree::List(actual)) if shape.len() == actual.len() => {
            let pairs = shape.iter().zip(actual).enumerate();
            pairs.flat_map(|(index, (shape, actual))| breaches(&format!("{at}[{index}]"), shape, actual)).collect()
        }
        _ if shape == actual => Vec::new(),
        _ => vec![format!("{at}: {actual:?}, not {shape:?}")],
    }
}

/// Holds one line of JSON against a promised shape.
pub(super) fn assert_shape(line: &str, shape: &str) {
    assert_eq!(line.lines().count(), 1, "one line");
    assert!(line.ends_with('\n'), "with a line end");
    let read = |text: &str| serde_json::from_str::<Tree>(text).unwrap();
    let breaches = breaches("", &read(shape), &read(line));
    assert!(breaches.is_empty(), "{}\n{line}", breaches.join("\n"));
}

#[test]
fn keys_may_be_added_at_the_end_only() {
    let read = |text: &str| serde_json::from_str::<Tree>(text).unwrap();
    for (actual, expected) in [
        (r#"{"a":1,"b":[{"c":null}]}"#, 0),
        (r#"{"a":1,"b":[{"c":null,"d":2}],"e":3}"#, 0),
        (r#"{"b":[{"c":null}],"a":1}"#, 1),
        (r#"{"a":1,"x":0,"b":[{"c":null}]}"#, 1),
        (r#"{"a":2,"b":[{"c":0}]}"#, 2),
        (r#"{"a":1,"b":[]}"#, 1),
        (r#"{"a":1.0,"b":[{"c":null}]}"#, 1),
    ] {
        let found = breaches("", &read(r#"{"a":1,"b":[{"c":null}]}"#), &read(actual));
        assert_eq!(found.len(), expected, "{actual}: {found:?}");
    }
}
