//! A part of a workbook as a stream of XML, in pieces that are bounded.

use super::limited::{Limited, MAX_PIECE, MAX_UNPACKED};
use super::{Archive, Fault};
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;
use std::io::{self, Cursor};
use zip::read::ZipFile;
use zip::result::ZipError;

/// A part that is being read.
pub(super) struct Xml<'z> {
    reader: Reader<Limited<'z, ZipFile<'z, Cursor<Vec<u8>>>>>,
    part: String,
    buffer: Vec<u8>,
}

impl<'z> Xml<'z> {
    /// Opens a part; no more than what is `left` is unpacked of it.
    pub(super) fn open(zip: &'z mut Archive, part: &str, left: &'z mut u64) -> Result<Self, Fault> {
        let file = zip.by_name(part).map_err(|error| match error {
            ZipError::FileNotFound => Fault::damaged(part, "it is not there"),
            other => Fault::damaged(part, other),
        })?;
        let mut reader = Reader::from_reader(Limited::new(file, left));
        reader.config_mut().expand_empty_elements = true;
        Ok(Self { reader, part: part.to_owned(), buffer: Vec::new() })
    }

    /// The next piece.
    pub(super) fn next(&mut self) -> Result<Event<'_>, Fault> {
        self.reader.get_mut().begin();
        self.buffer.clear();
        let Self { reader, part, buffer } = self;
        reader.read_event_into(buffer).map_err(|error| match error {
            quick_xml::Error::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => too_large(reader),
            other => Fault::damaged(part, other),
        })
    }

    /// Something that such a part cannot hold.
    pub(super) fn damaged(&self, reason: &str) -> Fault {
        Fault::damaged(&self.part, reason)
    }

    /// The text up to the end of the element `end`, which was just opened.
    pub(super) fn plain(&mut self, end: &str) -> Result<String, Fault> {
        let mut text = String::new();
        loop {
            match self.next()? {
                Event::End(tag) if tag.local_name().as_ref() == end => return Ok(text),
                Event::Eof => return Err(self.cut_off()),
                event => add_text(&mut text, &event),
            }
        }
    }

    /// The text of the `t` elements up to the end of the element `end`, without readings in another script.
    pub(super) fn rich(&mut self, end: &str) -> Result<String, Fault> {
        let (mut text, mut within, mut aside) = (String::new(), false, false);
        loop {
            match self.next()? {
                Event::End(tag) if tag.local_name().as_ref() == end => return Ok(text),
                Event::Eof => return Err(self.cut_off()),
                Event::Start(tag) => match tag.local_name().as_ref() {
                    "t" => within = !aside,
                    "rPh" => aside = true,
                    _ => {}
                },
                Event::End(tag) => match tag.local_name().as_ref() {
                    "t" => within = false,
                    "rPh" => aside = false,
                    _ => {}
                },
                event if within => add_text(&mut text, &event),
                _ => {}
            }
        }
    }

    pub(super) fn cut_off(&self) -> Fault {
        self.damaged("it ends too soon")
    }
}

fn too_large<R: io::Read>(reader: &mut Reader<Limited<'_, R>>) -> Fault {
    let (what, limit) = if reader.get_ref().is_spent() { ("unpacked", MAX_UNPACKED) } else { ("piece", MAX_PIECE) };
    Fault::TooLarge { what, limit }
}

fn add_text(text: &mut String, event: &Event) {
    match event {
        Event::Text(part) => text.push_str(&part.xml10_content()),
        Event::CData(part) => text.push_str(&part.xml10_content()),
        Event::GeneralRef(reference) => text.push_str(&resolved(reference)),
        _ => {}
    }
}

/// What a reference such as `&amp;` or `&#10;` stands for; the program knows no others, and repeats those.
fn resolved(reference: &BytesRef) -> String {
    match (reference.resolve_char_ref(), resolve_xml_entity(reference)) {
        (Ok(Some(sign)), _) => sign.to_string(),
        (_, Some(text)) => text.to_owned(),
        _ => format!("&{};", &**reference),
    }
}

/// An attribute of a tag by its local name.
pub(super) fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let mut all = tag.attributes();
    let value = all.with_checks(false).filter_map(Result::ok).find(|one| one.key.local_name().as_ref() == name)?;
    value.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}
