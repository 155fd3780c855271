//! The texts that cells share, in one piece of memory: what a workbook says of their number is not believed.

use super::xml::Xml;
use super::{Archive, Fault, value};
use quick_xml::events::Event;

/// The shared texts of a workbook.
#[derive(Debug, Default)]
pub(super) struct Strings {
    content: String,
    ends: Vec<usize>,
}

impl Strings {
    pub(super) fn read(zip: &mut Archive, part: &str, left: &mut u64) -> Result<Self, Fault> {
        let mut strings = Self::default();
        let mut xml = Xml::open(zip, part, left)?;
        loop {
            let is_text = match xml.next()? {
                Event::Start(tag) => tag.local_name().as_ref() == "si",
                Event::Eof => return Ok(strings),
                _ => false,
            };
            if is_text {
                let text = xml.rich("si")?;
                strings.content.push_str(&value::unescaped(&text));
                strings.ends.push(strings.content.len());
            }
        }
    }

    pub(super) fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)?;
        let start = if index == 0 { 0 } else { self.ends[index - 1] };
        Some(&self.content[start..end])
    }
}
