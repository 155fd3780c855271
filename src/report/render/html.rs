//! A document as one page: nothing is loaded from elsewhere and nothing runs.
//!
//! Invariants: every text goes through [`Markup`]; the page carries a policy that forbids a browser to fetch or run anything, so that even
//! a fault here could not make it; the same document gives the same bytes.

use crate::report::document::{Block, Branch, Cell, Document, KeyFigure, Picture, Table};
use crate::report::language::{Lang, page as say};
use crate::report::markup::{Attributes, Markup, steady};
use crate::report::svg;

/// How the page looks; the colours come from the pictures.
const STYLE: &str = include_str!("html/style.css");
/// Nothing may be fetched or run.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
/// A page with so many sections has a list of them.
const CONTENTS_FROM: usize = 4;
/// A text longer than this wraps in a table; a shorter one stays whole.
const SHORT: usize = 14;

/// Writes a document as a page.
pub fn html(document: &Document, lang: Lang) -> String {
    let mut page = Page { lang, pictures: 0, sections: 0 };
    let mut markup = Markup::default();
    markup.fixed("<!DOCTYPE html>\n");
    markup.element("html", &[("lang", &lang.code())], |inside| {
        inside.line();
        head(inside, document);
        inside.line();
        inside.element("body", &[], |inside| page.body(inside, document));
        inside.line();
    });
    markup.line();
    markup.finish()
}

fn head(markup: &mut Markup, document: &Document) {
    let generator = concat!("keten ", env!("CARGO_PKG_VERSION"));
    markup.element("head", &[], |head| {
        head.empty("meta", &[("charset", &"utf-8")]);
        head.empty("meta", &[("http-equiv", &"Content-Security-Policy"), ("content", &POLICY)]);
        head.empty("meta", &[("name", &"viewport"), ("content", &"width=device-width, initial-scale=1")]);
        head.empty("meta", &[("name", &"color-scheme"), ("content", &"light dark")]);
        head.empty("meta", &[("name", &"generator"), ("content", &generator)]);
        head.leaf("title", &[], &document.title);
        head.leaf_style(&(svg::page_style() + STYLE + &on_every_sheet(document.marking.as_deref().unwrap_or_default())));
    });
}

/// The marking in the margins of every sheet of paper. Each sign of it is written by its number, so that none can end the text it stands in.
fn on_every_sheet(marking: &str) -> String {
    if marking.is_empty() {
        return String::new();
    }
    let shown = steady(marking);
    let signs = shown.chars().filter(|sign| !sign.is_control()).map(|sign| format!("\\{:06x}", u32::from(sign)));
    let text = format!("content:\"{}\";font:600 8pt sans-serif;letter-spacing:.06em", signs.collect::<Vec<_>>().concat());
    format!("@media print{{@page{{@top-center{{{text}}}@bottom-center{{{text}}}}}}}")
}

/// What is counted while a page is written.
struct Page {
    lang: Lang,
    pictures: usize,
    sections: usize,
}

impl Page {
    fn body(&mut self, markup: &mut Markup, document: &Document) {
        let marking = document.marking.as_deref().unwrap_or_default();
        let first = document.blocks.iter().position(|block| heading(block).is_some()).unwrap_or(0);
        let (preface, sections) = document.blocks.split_at(first);
        if !marking.is_empty() {
            let attributes: Attributes = &[("role", &"region"), ("aria-label", &say::marking(self.lang))];
            markup.element("div", attributes, |top| top.leaf("p", &[("class", &"marking")], marking));
        }
        markup.element("header", &[], |header| {
            header.leaf("p", &[("class", &"kind")], if document.kind.is_empty() { "keten" } else { &document.kind });
            header.leaf("h1", &[], &document.title);
            self.blocks(header, preface);
        });
        let headings: Vec<&str> = document.blocks.iter().filter_map(heading).collect();
        if headings.len() >= CONTENTS_FROM {
            contents(markup, &headings, self.lang);
        }
        markup.element("main", &[], |main| {
            for part in sections.chunk_by(|_, next| heading(next).is_none()) {
                self.section(main, part);
            }
        });
        if !marking.is_empty() {
            markup.element("footer", &[], |footer| footer.leaf("p", &[("class", &"marking")], marking));
        }
    }

    fn section(&mut self, markup: &mut Markup, blocks: &[Block]) {
        let Some(title) = blocks.first().and_then(heading) else {
            return markup.element("section", &[], |section| self.blocks(section, blocks));
        };
        self.sections += 1;
        let id = section_id(self.sections);
        markup.line();
        markup.element("section", &[("id", &id), ("aria-labelledby", &format!("{id}-title"))], |section| {
            section.leaf("h2", &[("id", &format!("{id}-title"))], title);
            self.blocks(section, &blocks[1..]);
        });
    }

    fn blocks(&mut self, markup: &mut Markup, blocks: &[Block]) {
        for block in blocks {
            markup.line();
            self.block(markup, block);
        }
    }

    fn block(&mut self, markup: &mut Markup, block: &Block) {
        match block {
            Block::Heading(text) => markup.leaf("h2", &[], text),
            Block::Subheading(text) => markup.leaf("h3", &[], text),
            Block::Paragraph(text) => markup.leaf("p", &[], text),
            Block::Lead(text) => markup.leaf("p", &[("class", &"lead")], text),
            Block::Figures(figures) => self::figures(markup, figures),
            Block::Pairs(pairs) => self::pairs(markup, pairs),
            Block::List(items) => markup.element("ul", &[], |list| items.iter().for_each(|item| list.leaf("li", &[], item))),
            Block::Table(table) => self.table(markup, table, say::table(self.lang)),
            Block::Tree(branches) => tree(markup, branches),
            Block::Verbatim(lines) => self.scroll(markup, say::example(self.lang), |inside| inside.leaf("pre", &[], lines)),
            Block::Picture(picture) => self.picture(markup, picture),
            Block::Beside(parts) => markup.element("div", &[("class", &"beside")], |beside| {
                for blocks in parts {
                    beside.element("div", &[], |part| self.blocks(part, blocks));
                }
            }),
            Block::Folded(line, blocks) => markup.element("details", &[], |details| {
                details.leaf("summary", &[], line);
                self.blocks(details, blocks);
            }),
        }
    }

    fn picture(&mut self, markup: &mut Markup, picture: &Picture) {
        self.pictures += 1;
        let drawn = svg::on_page(picture, self.pictures);
        markup.element("figure", &[], |figure| {
            figure.element("figcaption", &[], |caption| caption.leaf("h3", &[], &picture.title));
            self.scroll(figure, &picture.title, |inside| inside.add(&drawn));
            for note in &picture.notes {
                figure.leaf("p", &[("class", &"note")], note);
            }
            figure.element("details", &[], |details| {
                details.leaf("summary", &[], say::as_table(self.lang));
                self.table(details, &picture.data, &picture.title);
            });
        });
    }

    fn table(&self, markup: &mut Markup, table: &Table, name: &str) {
        self.scroll(markup, name, |inside| {
            inside.element("table", &[], |drawn| {
                drawn.element("thead", &[], |head| head.element("tr", &[], |row| heads(row, table)));
                drawn.element("tbody", &[], |body| {
                    for cells in &table.rows {
                        body.line();
                        body.element("tr", &[], |row| {
                            cells.iter().enumerate().for_each(|(place, cell)| self::cell(row, table, place, cell, self.lang));
                        });
                    }
                });
            });
        });
    }

    /// What may be wider than the page scrolls by itself, with the keyboard too.
    fn scroll(&self, markup: &mut Markup, name: &str, inside: impl FnOnce(&mut Markup)) {
        let label = say::scrolls(self.lang, name);
        let attributes: [(&'static str, &dyn std::fmt::Display); 4] =
            [("class", &"scroll"), ("role", &"group"), ("tabindex", &"0"), ("aria-label", &label)];
        markup.element("div", &attributes, inside);
    }
}

fn heading(block: &Block) -> Option<&str> {
    match block {
        Block::Heading(text) => Some(text),
        _ => None,
    }
}

fn section_id(number: usize) -> String {
    format!("s{number}")
}

fn contents(markup: &mut Markup, headings: &[&str], lang: Lang) {
    markup.element("nav", &[("aria-label", &say::contents(lang))], |nav| {
        nav.element("ol", &[], |list| {
            for (number, heading) in headings.iter().enumerate() {
                let target = format!("#{}", section_id(number + 1));
                list.element("li", &[], |item| item.leaf("a", &[("href", &target)], heading));
            }
        });
    });
}

fn figures(markup: &mut Markup, figures: &[KeyFigure]) {
    markup.element("dl", &[("class", &"figures")], |list| {
        for figure in figures {
            list.element("div", &[], |part| {
                part.leaf("dt", &[], &figure.label);
                part.leaf("dd", &[("class", &"value")], &figure.value);
                if !figure.note.is_empty() {
                    part.leaf("dd", &[("class", &"note")], &figure.note);
                }
            });
        }
    });
}

fn pairs(markup: &mut Markup, pairs: &[(String, String)]) {
    markup.element("dl", &[("class", &"pairs")], |list| {
        for (word, text) in pairs {
            list.element("div", &[], |part| {
                part.leaf("dt", &[], word);
                part.leaf("dd", &[], text);
            });
        }
    });
}

fn heads(markup: &mut Markup, table: &Table) {
    for (place, column) in table.columns.iter().enumerate() {
        let class = class_of(table, place);
        match column.head.as_str() {
            // A head that says nothing is no head.
            "" => markup.leaf("td", &[("class", &class)], ""),
            head => markup.leaf("th", &[("scope", &"col"), ("class", &class)], head),
        }
    }
}

/// Numbers stand to the right; short texts stay whole.
fn class_of(table: &Table, place: usize) -> &'static str {
    let is_short = |cell: &Cell| match cell {
        Cell::Text(text) => text.chars().count() <= SHORT,
        Cell::Named(..) | Cell::Bar(_) => false,
        _ => true,
    };
    if table.columns[place].right {
        "right"
    } else if table.rows.iter().all(|row| is_short(&row[place])) {
        "short"
    } else {
        "left"
    }
}

fn cell(markup: &mut Markup, table: &Table, place: usize, cell: &Cell, lang: Lang) {
    let class = class_of(table, place);
    match cell {
        Cell::Named(name, id) if name != id => markup.element("td", &[("class", &class)], |inside| {
            inside.text(name);
            inside.text(" ");
            inside.leaf("span", &[("class", &"id")], id);
        }),
        Cell::Bar(part) => markup.element("td", &[("class", &"bar")], |inside| {
            let width = format!("width:{:.1}%", part.clamp(0.0, 1.0) * 100.0);
            inside.leaf("span", &[("style", &width)], "");
        }),
        cell => markup.leaf("td", &[("class", &class)], &cell.show(lang)),
    }
}

/// Branches as lists within lists.
fn tree(markup: &mut Markup, branches: &[Branch]) {
    markup.element("ul", &[("class", &"tree")], |list| {
        let mut rest = branches;
        while let [first, behind @ ..] = rest {
            let below = behind.iter().position(|branch| branch.depth <= first.depth).unwrap_or(behind.len());
            list.element("li", &[], |item| {
                item.text(&first.text);
                if below > 0 {
                    tree(item, &behind[..below]);
                }
            });
            rest = &behind[below..];
        }
    });
}
