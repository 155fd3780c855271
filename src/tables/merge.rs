//! Parts of a table into one draft: every text gets one number, in the order of first appearance over all parts, and every line its number in
//! the file.

use super::dependencies::Part;
use super::findings::Findings;
use crate::diagnostic::Diagnostic;
use crate::network::{DependencyDetail, Draft, NameId, Texts};

/// The parts of a table of dependencies, joined in their order.
pub(super) struct Joined<'d> {
    parts: usize,
    draft: &'d mut Draft,
    found: Findings,
    /// How many rows and lines there were before the next part.
    seen: u32,
    lines: u64,
    dropped: Vec<u32>,
    pointed: Option<Diagnostic>,
}

impl<'d> Joined<'d> {
    /// Joins about so many parts of a length.
    pub(super) fn new(draft: &'d mut Draft, parts: usize) -> Self {
        Self { parts, draft, found: Findings::default(), seen: 0, lines: 0, dropped: Vec::new(), pointed: None }
    }

    /// Adds the rows of parts that follow one another behind those that are there.
    pub(super) fn take(&mut self, mut parts: Vec<Part>) {
        let texts: Vec<Texts> = parts.iter_mut().map(|part| std::mem::take(&mut part.texts)).collect();
        let names = self.draft.names.intern_lists(&texts);
        drop(texts);
        parts.into_iter().zip(names).for_each(|(part, names)| self.add(part, &names));
    }

    /// Adds a part whose texts have these numbers in the draft.
    fn add(&mut self, mut part: Part, names: &[NameId]) {
        self.found.append(part.findings, self.lines);
        self.dropped.extend(part.dropped.iter().map(|number| self.seen + number));
        if let (None, Some(mut warning)) = (&self.pointed, part.pointed.take()) {
            warning.places.iter_mut().for_each(|place| place.row += self.lines);
            self.pointed = Some(warning);
        }
        if self.seen == 0 {
            self.draft.read.make_room(self.draft.read.len() + part.rows.len() * self.parts);
        }
        self.seen += part.seen;
        self.lines += part.lines;
        self.draft.read.append(&part.rows, names, self.draft.details.len() as u32);
        self.draft.details.extend(part.details.into_iter().map(|detail| renumbered(detail, names)));
    }

    /// Tells what was found; the numbers of the rows that were not kept.
    pub(super) fn finish(mut self, findings: &mut Findings) -> Vec<u32> {
        if let Some(warning) = self.pointed {
            self.found.push(warning);
        }
        findings.append(self.found, 0);
        self.dropped
    }
}

/// A detail with the numbers that texts have in the whole.
fn renumbered(mut detail: DependencyDetail, names: &[NameId]) -> DependencyDetail {
    let moved = |name: NameId| names[name.0 as usize];
    let provenance = &mut detail.provenance;
    provenance.source = provenance.source.map(moved);
    provenance.marking = provenance.marking.map(moved);
    detail.attributes.iter_mut().for_each(|(key, value)| (*key, *value) = (moved(*key), moved(*value)));
    detail
}

#[cfg(test)]
mod tests {
    use super::{Joined, Part};
    use crate::network::{Draft, Table};
    use crate::tables::bytes::{Origin, Raw};
    use crate::tables::dependencies::{read, read_on};
    use crate::tables::findings::Findings;
    use crate::tables::table::OpenTable;

    /// A table of dependencies, open.
    fn open(text: &str) -> OpenTable {
        let raw = Raw { bytes: text.as_bytes().to_vec(), digest: String::new(), again: false };
        OpenTable::open(&Origin::stdin(), raw, Table::Dependencies, &mut Findings::default()).unwrap()
    }

    #[test]
    fn a_table_is_read_behind_the_texts_that_are_there_whatever_its_parts() {
        let table = open("dependent,provider,source\ntel,grid,book\ngrid,gas,book\nwater,tel,note\n");
        let joined = |at_once: bool| {
            let mut draft = Draft::default();
            draft.depend("gas", "pipe");
            let mut joined = Joined::new(&mut draft, 1);
            let mut scanner = table.rows();
            let first = read_on(&table, &mut scanner).unwrap();
            assert!(read_on(&table, &mut scanner).is_none());
            let parts: Vec<Part> = [first, read(&table, table.rows())].into();
            let taken = if at_once { vec![parts] } else { parts.into_iter().map(|part| vec![part]).collect() };
            for parts in taken {
                joined.take(parts);
            }
            assert!(joined.finish(&mut Findings::default()).is_empty());
            let names: Vec<String> =
                (0..draft.names.len() as u32).map(|name| draft.names.text(crate::network::NameId(name)).to_owned()).collect();
            (names, draft.read.iter().collect::<Vec<_>>(), draft.details)
        };
        assert_eq!(joined(true), joined(false));
        let (names, rows, details) = joined(true);
        assert_eq!(names, ["gas", "pipe", "tel", "grid", "book", "water", "note"]);
        assert_eq!((rows.len(), details.len(), rows[1].dependent, rows[4].provider), (6, 4, rows[0].provider, rows[1].provider));
    }

    #[test]
    fn rows_that_are_alike_in_their_faults_keep_one_detail_and_each_tells_of_it() {
        let rows: Vec<String> = (0..50).map(|at| format!("d{at},p,soon")).collect();
        let table = open(&format!("dependent,provider,buffer_h\n{}\n", rows.join("\n")));
        let part = read(&table, table.rows());
        assert_eq!((part.rows.len(), part.findings.errors(), part.details.len()), (50, 50, 1));
    }
}
