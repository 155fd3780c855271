//! The colours of pictures and pages: ink on paper, and one colour for what is lost.
//!
//! What is lost has one hue that leaves the paper further as less is left, so that it also reads in grey and with any colour vision; what is
//! lost entirely is hatched as well. Texts keep a contrast of at least 4.5 with what they stand on, in light and in dark.

use crate::units::{Level, ONE_PPM, TOLERANCE_PPM};

/// A colour by its name, as it is on light paper and on dark.
type Colour = (&'static str, &'static str, &'static str);

/// Every colour there is.
const COLOURS: [Colour; 15] = [
    ("--paper", "#ffffff", "#15181b"),
    ("--soft", "#f5f4f2", "#1e2225"),
    ("--line", "#dcdad6", "#363b40"),
    ("--faint", "#eceae7", "#262a2e"),
    ("--ink", "#1d2125", "#e9e7e3"),
    ("--muted", "#5a6168", "#a3a9af"),
    ("--accent", "#8c2f1a", "#f0a58c"),
    ("--edge", "#6a2110", "#f7c7b6"),
    ("--b0", "#641d0d", "#ffc9b6"),
    ("--b1", "#98381f", "#f09a7c"),
    ("--b2", "#c4694c", "#bf6a4d"),
    ("--b3", "#e0a48e", "#864632"),
    ("--b4", "#f3d9ce", "#4f2c22"),
    ("--none", "#f2f1ef", "#1f2326"),
    ("--thread", "#c3c0ba", "#4a5056"),
];

/// The style of pictures, by names of colours.
const STYLE: &str = include_str!("style.css");

/// The colours as a style of a page, by their names.
pub(in crate::report) fn page_style() -> String {
    let list =
        |pick: fn(&Colour) -> &'static str| COLOURS.iter().map(|colour| [colour.0, ":", pick(colour), ";"].concat()).collect::<String>();
    let (light, dark) = (list(|colour| colour.1), list(|colour| colour.2));
    format!(":root{{{light}}}@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}{STYLE}")
}

/// The style of a picture that stands alone: the colours themselves, because not every program that shows pictures knows names for them.
pub(super) fn own_style() -> String {
    COLOURS.iter().fold(STYLE.to_owned(), |style, (name, light, _)| style.replace(&format!("var({name})"), light))
}

/// The class of a level: `b0` is nothing left, `b4` almost all, `whole` all.
pub(super) fn class(level: Level) -> &'static str {
    match level.ppm() {
        0..=TOLERANCE_PPM => "b0",
        ppm if ppm < ONE_PPM / 4 => "b1",
        ppm if ppm < ONE_PPM / 2 => "b2",
        ppm if ppm < ONE_PPM / 4 * 3 => "b3",
        ppm if ppm < ONE_PPM => "b4",
        _ => "whole",
    }
}

/// The classes from nothing left to almost all.
pub(super) const BANDS: [&str; 5] = ["b0", "b1", "b2", "b3", "b4"];

#[cfg(test)]
mod tests {
    use super::{COLOURS, own_style, page_style};

    /// The relative luminance of a colour (WCAG 2.2).
    fn luminance(colour: &str) -> f64 {
        let part = |at: usize| {
            let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn named(name: &str) -> [&'static str; 2] {
        let colour = COLOURS.iter().find(|colour| colour.0 == name).unwrap();
        [colour.1, colour.2]
    }

    #[test]
    fn texts_stand_out_from_what_they_stand_on() {
        for text in ["--ink", "--muted", "--accent"] {
            for paper in ["--paper", "--soft", "--none"] {
                for (text, paper) in named(text).into_iter().zip(named(paper)) {
                    assert!(contrast(text, paper) >= 4.5, "{text} on {paper}: {}", contrast(text, paper));
                }
            }
        }
    }

    #[test]
    fn the_scale_leaves_the_paper_step_by_step() {
        for side in [0, 1] {
            let paper = named("--paper")[side];
            let steps = ["--b4", "--b3", "--b2", "--b1", "--b0"].map(|name| contrast(named(name)[side], paper));
            assert!(steps.windows(2).all(|pair| pair[1] > pair[0] * 1.25), "{steps:?}");
        }
    }

    #[test]
    fn no_name_of_a_colour_is_left_in_a_picture() {
        assert!(!own_style().contains("var("));
        let page = page_style();
        for used in page.split("var(").skip(1) {
            let name = &used[..used.find(')').unwrap()];
            assert!(COLOURS.iter().any(|colour| colour.0 == name), "{name}");
        }
    }
}
