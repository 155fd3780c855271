//! Small random tables with cells of every kind, and a way to write another value into one of them.

use std::fmt::Write;

/// Columns of the dependencies behind dependent, provider and need.
const COLUMNS: [&str; 10] =
    ["share", "minimum", "importance", "buffer_h", "refill_h", "activation_h", "start_p", "probability", "confidence", "source"];
const NODE_COLUMNS: [&str; 6] = ["kind", "sector", "repair_h", "restart_h", "black_start_h", "confidence"];
/// Columns that belong to the need: all rows of it say the same.
const OF_NEED: [&str; 5] = ["minimum", "importance", "buffer_h", "refill_h", "start_p"];

/// A need, by its dependent and its name.
pub(super) type About = (String, String);

#[derive(Clone, Debug)]
struct Row {
    about: About,
    provider: String,
    cells: [String; COLUMNS.len()],
}

/// A dependencies and a nodes table.
#[derive(Clone, Debug)]
pub(super) struct Tables {
    rows: Vec<Row>,
    nodes: Vec<(String, [String; NODE_COLUMNS.len()])>,
}

/// Numbers that follow from a seed.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn roll(&mut self, sides: u64) -> u64 {
        // SplitMix64 (Steele, Lea and Flood, 2014).
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ mixed >> 31) % sides
    }

    fn one_of(&mut self, texts: &[&str]) -> String {
        texts[self.roll(texts.len() as u64) as usize].to_owned()
    }
}

fn place(column: &str) -> usize {
    COLUMNS.iter().position(|known| *known == column).unwrap()
}

impl Tables {
    pub(super) fn random(seed: u64) -> Self {
        let mut dice = Dice(seed << 32);
        let count = 5 + dice.roll(4);
        let node = |dice: &mut Dice, at: u64| {
            let cells = [
                dice.one_of(&["process", "asset", ""]),
                dice.one_of(&["energy", "telecom", ""]),
                dice.one_of(&["", "5"]),
                dice.one_of(&["", "", "2", "none", "uniform(1|3)"]),
                dice.one_of(&["", "", "4"]),
                dice.one_of(&["", "high", "low"]),
            ];
            (format!("n{at}"), cells)
        };
        let nodes = (0..count).map(|at| node(&mut dice, at)).collect();
        let mut rows = Vec::new();
        for dependent in 1..count {
            for need in 0..1 + dice.roll(2) {
                rows.extend(random_need(&mut dice, dependent, need, count));
            }
        }
        Self { rows, nodes }
    }

    /// The same with one value in place of every distribution.
    pub(super) fn without_distributions(mut self) -> Self {
        let rows = self.rows.iter_mut().flat_map(|row| &mut row.cells);
        for cell in rows.chain(self.nodes.iter_mut().flat_map(|(_, cells)| cells)).filter(|cell| cell.contains('(')) {
            "2".clone_into(cell);
        }
        self
    }

    pub(super) fn dependencies_csv(&self) -> String {
        let mut text = format!("dependent,provider,need,{}\n", COLUMNS.join(","));
        for row in &self.rows {
            writeln!(text, "{},{},{},{}", row.about.0, row.provider, row.about.1, row.cells.join(",")).unwrap();
        }
        text
    }

    pub(super) fn nodes_csv(&self) -> String {
        let mut text = format!("id,{}\n", NODE_COLUMNS.join(","));
        for (id, cells) in &self.nodes {
            writeln!(text, "{id},{}", cells.join(",")).unwrap();
        }
        text
    }

    /// Every need, once.
    pub(super) fn needs(&self) -> Vec<About> {
        let mut all: Vec<About> = self.rows.iter().map(|row| row.about.clone()).collect();
        all.sort();
        all.dedup();
        all
    }

    /// What the rows of a need say in a column.
    pub(super) fn need_cell(&self, about: &About, column: &str) -> String {
        let row = self.rows.iter().find(|row| row.about == *about && !row.cells[place(column)].is_empty());
        row.map_or_else(String::new, |row| row.cells[place(column)].clone())
    }

    /// Writes a cell of a need into every row of it, of a start into every row without activation.
    pub(super) fn set_need(&mut self, about: &About, column: &str, text: &str) {
        let speaks = |row: &&mut Row| row.about == *about && (column != "start_p" || row.cells[place("activation_h")].is_empty());
        self.rows.iter_mut().filter(speaks).for_each(|row| text.clone_into(&mut row.cells[place(column)]));
    }

    pub(super) fn set_row(&mut self, about: &About, provider: &str, column: &str, text: &str) {
        let row = self.rows.iter_mut().find(|row| row.about == *about && row.provider == provider).unwrap();
        text.clone_into(&mut row.cells[place(column)]);
    }

    pub(super) fn set_node(&mut self, id: &str, column: &str, text: &str) {
        let at = NODE_COLUMNS.iter().position(|known| *known == column).unwrap();
        let (_, cells) = self.nodes.iter_mut().find(|(known, _)| known == id).unwrap();
        text.clone_into(&mut cells[at]);
    }

    /// Writes a share; the others of the need that are always active make up a whole with it, where they did before or would not any more.
    pub(super) fn set_share(&mut self, about: &About, provider: &str, number: f64) {
        let value = |row: &Row| row.cells[place("share")].parse().unwrap_or(1.0);
        let active = |row: &&Row| row.about == *about && row.cells[place("activation_h")].is_empty();
        let sum = |rows: &Self, but: &str| rows.rows.iter().filter(active).filter(|row| row.provider != but).map(value).sum::<f64>();
        let (before, others) = (sum(self, ""), sum(self, provider));
        let is_standby = !self.rows.iter().filter(active).any(|row| row.provider == provider);
        self.set_row(about, provider, "share", &number.to_string());
        if is_standby || others == 0.0 || (others + number >= 1.0 && before > 1.000_01) {
            return;
        }
        let factor = (1.0 - number) / others;
        for row in self.rows.iter_mut().filter(|row| row.about == *about && row.provider != provider) {
            if row.cells[place("activation_h")].is_empty() {
                let ppm = (value(row) * factor * 1e6 - 1e-6).ceil().clamp(0.0, 1e6);
                row.cells[place("share")] = (ppm / 1e6).to_string();
            }
        }
    }
}

fn random_need(dice: &mut Dice, dependent: u64, need: u64, nodes: u64) -> Vec<Row> {
    let mut providers: Vec<u64> = (0..1 + dice.roll(3)).map(|_| dice.roll(nodes)).filter(|&provider| provider != dependent).collect();
    providers.sort_unstable();
    providers.dedup();
    let shape = dice.roll(3);
    let shared: Vec<String> = OF_NEED.iter().map(|column| need_cell(dice, column)).collect();
    let mut rows = Vec::new();
    for (at, provider) in providers.iter().enumerate() {
        let mut cells: [String; COLUMNS.len()] = Default::default();
        for (column, text) in OF_NEED.iter().zip(&shared) {
            cells[place(column)].clone_from(text);
        }
        if providers.len() > 1 && at + 1 == providers.len() && shape == 0 {
            cells[place("activation_h")] = dice.one_of(&["0.5", "2"]);
            cells[place("start_p")] = dice.one_of(&["", "0.9", "0.2"]);
        }
        if providers.len() > 1 && shape == 1 {
            cells[place("share")] = if providers.len() == 2 { ["0.25", "0.75"][at] } else { ["0.5", "0.3", "0.2"][at] }.to_owned();
        }
        cells[place("probability")] = dice.one_of(&["", "", "0.7", "0.3", "1"]);
        cells[place("confidence")] = dice.one_of(&["", "high", "low", "medium"]);
        rows.push(Row { about: (format!("n{dependent}"), format!("need{need}")), provider: format!("n{provider}"), cells });
    }
    rows
}

fn need_cell(dice: &mut Dice, column: &str) -> String {
    match column {
        "minimum" => dice.one_of(&["", "", "0.5"]),
        "importance" => dice.one_of(&["", "essential", "0.4"]),
        "buffer_h" => dice.one_of(&["", "2", "none", "tri(1|2|6)", ""]),
        "refill_h" => dice.one_of(&["", "3"]),
        _ => dice.one_of(&["", "", "0.8", "0.4"]),
    }
}
