//! Files: the only reader of them. Tables and scenarios become rows that know their place, and those become a network.
//!
//! Invariants: reading never stops at the first fault; a value comes out only when there is no error among the findings; what is
//! read does not depend on the order in which a folder lists its files, nor on the number of threads; nothing is read without a limit.
//!
//! ```no_run
//! use keten::tables::load_network;
//! let checked = load_network("networks/nl-vitaal");
//! if let Some(loaded) = checked.value {
//!     println!("{} nodes", loaded.network.node_count());
//! }
//! ```

mod answers;
mod bill;
mod bytes;
mod cell;
mod columns;
mod consequences;
mod deal;
mod dependencies;
mod detail;
mod dialect;
mod encoding;
mod event;
mod expectation;
mod findings;
mod folder;
mod header;
mod load;
mod lost;
mod merge;
mod meta;
mod nodes;
mod ownership;
mod row;
mod scan;
mod scenario;
mod simple;
mod sources;
mod stream;
mod table;
mod toml_doc;
mod toml_value;
mod whence;
mod words;
mod workbook;

pub use answers::load_answers;
pub use bill::{Bill, Package, load_bill};
pub use columns::{Column, Holds, columns};
pub use load::{Loaded, load_network, memory};
pub use scenario::{LoadedScenario, load_scenario, load_scenario_in_place, scenarios};
pub use sources::{SourceFile, Sources};
pub use words::Word;
