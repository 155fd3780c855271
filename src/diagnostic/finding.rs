//! The list of findings: each with its code, its severity and what it needs to be told.
//!
//! Invariant: codes stand in order, none is used twice, and one that was released is never given to another fault.

use super::define::findings;
use super::{Code, Severity};

findings! {
    /// A file or folder cannot be read.
    1 Error Unreadable {
        /// What the system said.
        reason: String,
    }
    /// A folder, or a workbook, has no table of dependencies.
    2 Error NoDependencies {
        /// Files that were found instead.
        found: Vec<String>,
    }
    /// The table has no rows.
    3 Error EmptyTable {}
    /// A required column is not in the header.
    4 Error MissingColumn {
        /// The column, by its English name.
        column: String,
        /// The headers that are there.
        headers: Vec<String>,
        /// The header that comes nearest.
        nearest: Option<String>,
    }
    /// Two headers mean the same column.
    5 Error RepeatedColumn {
        /// The column, by its English name.
        column: String,
    }
    /// A quoted field is not closed, or goes on after its closing quote.
    6 Error BrokenQuote {}
    /// A row has another number of fields than the header.
    7 Error WrongFieldCount {
        /// Fields in the header.
        expected: usize,
        /// Fields in the row.
        found: usize,
    }
    /// A NUL byte: the file is not text, or is damaged.
    8 Error NulByte {}
    /// A line or a field is longer than any table needs.
    9 Error TooLong {
        /// The limit, in bytes.
        limit: usize,
    }
    /// Bytes that are not in the encoding that the file announces.
    10 Error BadEncoding {
        /// The encoding.
        encoding: String,
    }
    /// A required cell is empty.
    11 Error MissingId {
        /// The column, by its English name.
        column: String,
    }
    /// A cell that must hold a number holds something else.
    12 Error NotANumber {
        /// The column, by its English name.
        column: String,
        /// What the cell holds.
        text: String,
    }
    /// A number lies outside what its column allows.
    13 Error OutOfRange {
        /// The column, by its English name.
        column: String,
        /// What the cell holds.
        text: String,
        /// What is allowed, such as `0..1` or `0..1000000 h`.
        allowed: String,
    }
    /// A word that its column does not know.
    14 Error UnknownWord {
        /// The column, by its English name.
        column: String,
        /// What the cell holds.
        text: String,
        /// The words that the column knows.
        allowed: Vec<String>,
        /// The word that comes nearest.
        nearest: Option<String>,
    }
    /// A row whose dependent is its own provider.
    15 Error SelfDependency {
        /// The node.
        id: String,
    }
    /// The same dependent, need and provider twice.
    16 Error DuplicateDependency {
        /// The dependent.
        dependent: String,
        /// The need.
        need: String,
        /// The provider.
        provider: String,
    }
    /// Rows of one need that state different values for it.
    17 Error NeedDisagrees {
        /// The dependent.
        dependent: String,
        /// The need.
        need: String,
        /// The column, by its English name.
        column: String,
        /// The first value stated.
        first: String,
        /// The value that differs.
        other: String,
    }
    /// A need whose members cannot meet it even when all works.
    18 Error ShortAtBaseline {
        /// The dependent.
        dependent: String,
        /// The need.
        need: String,
        /// What the shares of the rows without activation add up to, 0..1.
        supply: f64,
    }
    /// A node with two rows.
    19 Error DuplicateNode {
        /// The node.
        id: String,
    }
    /// A distribution with an unknown name, a wrong number of arguments or arguments out of order.
    20 Error BadDistribution {
        /// The column, by its English name.
        column: String,
        /// What the cell holds.
        text: String,
    }
    /// A file of a kind that cannot be read.
    21 Error UnknownFormat {
        /// Its extension.
        extension: String,
    }
    /// A TOML file that cannot be parsed.
    22 Error BadToml {
        /// What the parser said.
        reason: String,
    }
    /// A key that a scenario or network.toml does not know.
    23 Error UnknownKey {
        /// The key.
        key: String,
        /// The key that comes nearest.
        nearest: Option<String>,
    }
    /// A value of the wrong kind in a scenario.
    24 Error WrongValue {
        /// The key.
        key: String,
        /// What it must be.
        expected: String,
    }
    /// An event that does nothing, or two things at once.
    25 Error EventAction {
        /// The actions it names.
        found: Vec<String>,
    }
    /// A selector that selects nothing.
    26 Error NothingSelected {
        /// The selector.
        selector: String,
        /// The node id that comes nearest.
        nearest: Option<String>,
    }
    /// A selector that cannot be read.
    27 Error BadSelector {
        /// The selector.
        selector: String,
        /// The part that cannot be read.
        part: String,
    }
    /// A selector with a key that is no column of the nodes.
    28 Error UnknownSelectorKey {
        /// The key.
        key: String,
        /// The column that comes nearest.
        nearest: Option<String>,
    }
    /// A node that does not exist.
    29 Error UnknownNode {
        /// The id.
        id: String,
        /// The id that comes nearest.
        nearest: Option<String>,
    }
    /// A need that its node does not have.
    30 Error UnknownNeed {
        /// The node.
        node: String,
        /// The need.
        need: String,
        /// The needs that the node has.
        known: Vec<String>,
    }
    /// A scenario that cannot be found.
    31 Error UnknownScenario {
        /// The name given.
        name: String,
        /// The scenarios that are there.
        known: Vec<String>,
    }
    /// A network beyond what can be held.
    32 Error TooLarge {
        /// What there is too much of.
        what: String,
        /// The limit.
        limit: u64,
    }
    /// An event of a kind that this version does not simulate.
    33 Error UnsupportedEvent {
        /// The action.
        action: String,
    }
    /// A cell whose coordinates, category or other text cannot be what its column holds.
    34 Error BadText {
        /// The column, by its English name.
        column: String,
        /// What the cell holds.
        text: String,
    }
    /// A key that an event or expectation cannot do without.
    35 Error MissingKey {
        /// The key.
        key: String,
    }
    /// A trigger at a moment when nothing can be compromised yet.
    40 Error TriggerBeforeCompromise {
        /// When the trigger is, in hours.
        at_h: f64,
        /// When the first compromise is; `None`: there is none.
        first_h: Option<f64>,
    }
    /// A text that is not JSON, or not of the shape that a bill of materials has.
    41 Error BadJson {
        /// What the parser said.
        reason: String,
    }
    /// The holdings in one party add up to more than a whole.
    50 Error SharesAboveOne {
        /// In whom they are.
        owned: String,
        /// What they add up to.
        total: f64,
    }
    /// A row whose owner is what it owns.
    51 Error SelfOwnership {
        /// The party.
        id: String,
    }
    /// The same owner and owned twice.
    52 Error DuplicateHolding {
        /// The owner.
        owner: String,
        /// The owned.
        owned: String,
    }
    /// A share that seems to be a percentage.
    53 Error PercentageAsShare {
        /// What the cell holds.
        text: String,
    }
    /// An acquisition of more than there is to acquire.
    54 Error NothingToAcquire {
        /// Who acquires.
        owner: String,
        /// What is acquired.
        owned: String,
        /// The share that the owner holds already, 0..1.
        held: f64,
    }
    /// A number of samples that cannot be drawn or held.
    60 Error SampleCount {
        /// What was asked for.
        text: String,
        /// What is allowed.
        allowed: String,
    }
    /// A range of empty cells that cannot be read, or of a column without ranges.
    61 Error BadRange {
        /// What was given.
        text: String,
        /// What is allowed.
        allowed: String,
    }
    /// A national process that needs one regional node alone.
    101 Warning NationalOnOneRegion {
        /// The process.
        process: String,
        /// Its need.
        need: String,
        /// The region.
        region: String,
    }
    /// A node row that no dependency mentions.
    102 Warning IsolatedNode {
        /// The node.
        id: String,
    }
    /// A node that dependencies mention and the nodes table does not.
    103 Warning NodeWithoutRow {
        /// The node.
        id: String,
        /// The row that comes nearest.
        nearest: Option<String>,
    }
    /// A black start that ends before the restart does, so that it cannot break a loop.
    104 Warning BlackStartTooShort {
        /// The node.
        id: String,
        /// Black start, hours.
        black_start_h: f64,
        /// Restart, hours.
        restart_h: f64,
    }
    /// A column that no table knows, kept as an attribute, whose name resembles one that is known.
    105 Warning UnknownColumn {
        /// The header as it stands in the file.
        header: String,
        /// The column that it resembles.
        nearest: String,
    }
    /// Nodes that keep one another up and get nothing from outside even when all works.
    106 Warning UnfedLoop {
        /// The nodes.
        nodes: Vec<String>,
    }
    /// Alternatives that are no alternatives: each needs the same node.
    107 Warning SharedProvider {
        /// The dependent.
        dependent: String,
        /// The need that looks redundant.
        need: String,
        /// The node that all alternatives need.
        shared: String,
    }
    /// Rows without a source.
    108 Warning NoSource {
        /// How many.
        rows: usize,
        /// Of how many.
        of: usize,
    }
    /// A number such as `1.500` where a comma is the decimal mark: it was read as one and a half.
    109 Warning PointAsDecimal {
        /// The column, by its English name.
        column: String,
        /// What the cell holds.
        text: String,
    }
    /// A column of percentages of which none is above 1.
    115 Warning FractionsAsPercentages {
        /// How many are stated.
        rows: usize,
    }
    /// An owned party that is no node, operates nothing and owns nothing.
    116 Warning UnknownOwned {
        /// Its id.
        id: String,
        /// The id that comes nearest.
        nearest: Option<String>,
    }
    /// An owner that is named nowhere else and is written almost like another party.
    117 Warning UnknownOwner {
        /// Its id.
        id: String,
        /// The id that it resembles.
        nearest: String,
    }
    /// Something about how a file was read.
    201 Note Detected {
        /// The encoding.
        encoding: String,
        /// The delimiter.
        delimiter: char,
        /// Whether a comma is the decimal mark.
        decimal_comma: bool,
    }
    /// A table of the format that this version does not use.
    202 Note TableNotUsed {
        /// The table.
        table: String,
    }
    /// Files of a network folder that are no table.
    203 Note FileNotUsed {}
    /// More was found than is shown.
    204 Note NotShown {
        /// Errors that are not shown.
        errors: u64,
        /// Warnings and notes that are not shown.
        others: u64,
    }
}
