//! The list of findings: each with its code, its severity and what it needs to be told.
//!
//! Invariant: codes stand in order, none is used twice, and one that was released is never given to another fault.

use super::define::findings;
use super::{Code, Instead, Severity};

findings! {
    1 Error Unreadable "A file or folder cannot be read." {
        reason: String = "What the system said.",
    }
    2 Error NoDependencies "A folder, or a workbook, has no table of dependencies." {
        found: Vec<String> = "Files that were found instead.",
    }
    3 Error EmptyTable "The table has no rows." {}
    4 Error MissingColumn "A required column is not in the header." {
        column: String = "The column, by its English name.", headers: Vec<String> = "The headers that are there.",
        nearest: Option<String> = "The header that comes nearest.",
    }
    5 Error RepeatedColumn "Two headers mean the same column." {
        column: String = "The column, by its English name.",
    }
    6 Error BrokenQuote "A quoted field is not closed, or goes on after its closing quote." {}
    7 Error WrongFieldCount "A row has another number of fields than the header." {
        expected: usize = "Fields in the header.", found: usize = "Fields in the row.",
    }
    8 Error NulByte "A NUL byte: the file is not text, or is damaged." {}
    9 Error TooLong "A line or a field is longer than any table needs." {
        limit: usize = "The limit, in bytes.",
    }
    10 Error BadEncoding "Bytes that are not in the encoding that the file announces." {
        encoding: String = "The encoding.",
    }
    11 Error MissingId "A required cell is empty." {
        column: String = "The column, by its English name.",
    }
    12 Error NotANumber "A cell that must hold a number holds something else." {
        column: String = "The column, by its English name.", text: String = "What the cell holds.",
        instead: Instead = "What may stand in place of a number.",
    }
    13 Error OutOfRange "A number lies outside what its column allows." {
        column: String = "The column, by its English name.", text: String = "What the cell holds.",
        allowed: String = "What is allowed, such as `0..1` or `0..1000000 h`.",
    }
    14 Error UnknownWord "A word that its column does not know." {
        column: String = "The column, by its English name.", text: String = "What the cell holds.",
        allowed: Vec<String> = "The words that the column knows.", nearest: Option<String> = "The word that comes nearest.",
    }
    15 Error SelfDependency "A row whose dependent is its own provider." {
        id: String = "The node.",
    }
    16 Error DuplicateDependency "The same dependent, need and provider twice." {
        dependent: String = "The dependent.", need: String = "The need.", provider: String = "The provider.",
    }
    17 Error NeedDisagrees "Rows of one need that state different values for it." {
        dependent: String = "The dependent.", need: String = "The need.", column: String = "The column, by its English name.",
        first: String = "The first value stated.", other: String = "The value that differs.",
    }
    18 Error ShortAtBaseline "A need whose members cannot meet it even when all works." {
        dependent: String = "The dependent.", need: String = "The need.",
        supply: f64 = "What the shares of the rows without activation add up to, 0..1.",
    }
    19 Error DuplicateNode "A node with two rows." {
        id: String = "The node.",
    }
    20 Error BadDistribution "A distribution with an unknown name, a wrong number of arguments or arguments out of order." {
        column: String = "The column, by its English name.", text: String = "What the cell holds.",
    }
    21 Error UnknownFormat "A file of a kind that cannot be read." {
        extension: String = "Its extension.",
    }
    22 Error BadToml "A TOML file that cannot be parsed." {
        reason: String = "What the parser said.",
    }
    23 Error UnknownKey "A key that a scenario or network.toml does not know." {
        key: String = "The key.", nearest: Option<String> = "The key that comes nearest.",
    }
    24 Error WrongValue "A value of the wrong kind in a scenario." {
        key: String = "The key.", expected: String = "What it must be.",
    }
    25 Error EventAction "An event that does nothing, or two things at once." {
        found: Vec<String> = "The actions it names.",
    }
    26 Error NothingSelected "A selector that selects nothing." {
        selector: String = "The selector.", nearest: Option<String> = "The node id that comes nearest.",
    }
    27 Error BadSelector "A selector that cannot be read." {
        selector: String = "The selector.", part: String = "The part that cannot be read.",
    }
    28 Error UnknownSelectorKey "A selector with a key that is no column of the nodes." {
        key: String = "The key.", nearest: Option<String> = "The column that comes nearest.",
    }
    29 Error UnknownNode "A node that does not exist." {
        id: String = "The id.", nearest: Option<String> = "The id that comes nearest.",
        or_party: bool = "Whether an owner or an owned company would have done.",
    }
    30 Error UnknownNeed "A need that its node does not have." {
        node: String = "The node.", need: String = "The need.", known: Vec<String> = "The needs that the node has.",
    }
    31 Error UnknownScenario "A scenario that cannot be found." {
        name: String = "The name given.", known: Vec<String> = "The scenarios that are there.",
    }
    32 Error TooLarge "A network beyond what can be held." {
        what: String = "What there is too much of.", limit: u64 = "The limit.",
    }
    33 Error LateMeasure "A measure that is taken once something has happened: this version does not simulate that." {
        id: String = "The measure.",
        at_h: f64 = "When it is taken, in hours.",
        begin_h: f64 = "When the first event happens, in hours.",
    }
    35 Error MissingKey "A key that an event or expectation cannot do without." {
        key: String = "The key.",
    }
    36 Error MemoryNeeded "A question that takes more memory than was allowed." {
        needs: u64 = "What it is estimated to take, in bytes.", allowed: u64 = "What is allowed, in bytes.",
    }
    40 Error TriggerBeforeCompromise "A trigger at a moment when nothing can be compromised yet." {
        at_h: f64 = "When the trigger is, in hours.", first_h: Option<f64> = "When the first compromise is; `None`: there is none.",
    }
    41 Error BadJson "A text that is not JSON, or not of the shape that a bill of materials has." {
        reason: String = "What the parser said.",
    }
    50 Error SharesAboveOne "The holdings in one party add up to more than a whole." {
        owned: String = "In whom they are.", total: f64 = "What they add up to.",
    }
    51 Error SelfOwnership "A row whose owner is what it owns." {
        id: String = "The party.",
    }
    52 Error DuplicateHolding "The same owner and owned twice." {
        owner: String = "The owner.", owned: String = "The owned.",
    }
    53 Error PercentageAsShare "A share that seems to be a percentage." {
        text: String = "What the cell holds.",
    }
    54 Error NothingToAcquire "An acquisition of more than there is to acquire." {
        owner: String = "Who acquires.", owned: String = "What is acquired.", held: f64 = "The share that the owner holds already, 0..1.",
    }
    60 Error SampleCount "A number of samples that cannot be drawn or held." {
        text: String = "What was asked for.", allowed: String = "What is allowed.",
    }
    61 Error BadRange "A range of empty cells that cannot be read, or of a column without ranges." {
        text: String = "What was given.", allowed: String = "What is allowed.",
    }
    62 Error AnswerColumn "An answer about a column of which nothing is asked." {
        header: String = "The column that was named.",
    }
    63 Error AnswerRow "An answer about a row that is not there." {
        node: String = "The dependent.", need: String = "Its need.", provider: String = "The provider; empty where none was named.",
    }
    64 Error AnsweredTwice "Two answers for one cell." {
        column: String = "The column.",
    }
    65 Error AnswerOutdated "An answer to a question about a cell that has changed since." {
        asked: String = "What the cell said when it was asked.", now: String = "What it says now.",
    }
    70 Error TwoGauges "A criterion that two rows measure differently." {
        criterion: String = "The criterion.", first: String = "The first measure stated.", other: String = "The measure that differs.",
    }
    71 Error DuplicateImpact "The same node, criterion, population and begin twice." {
        node: String = "The node.", criterion: String = "The criterion.",
    }
    72 Error PartOfLimit "A row of the criteria that states only a part of a limit, or a duration that its measure does not know." {
        criterion: String = "The criterion.", column: String = "The column that is missing or too much, by its English name.",
    }
    73 Error ClassesCross "Classes of a scheme of which one limit says that the first is graver, and another that the second is." {
        scheme: String = "The scheme.", class: String = "One of the classes.",
    }
    74 Error DuplicateLimit "Two limits of one scheme for the same class, or for the same amount." {
        criterion: String = "The criterion.",
    }
    75 Error AmountNotTaken "An amount on a criterion that is not measured in amounts." {
        criterion: String = "The criterion.", gauge: String = "How it is measured.",
    }
    76 Error BadChange "A change of a measure that cannot be read, or of something that its target does not have." {
        text: String = "The change.",
    }
    77 Error DuplicateMeasure "A measure with two rows." {
        id: String = "The measure.",
    }
    78 Error UnknownMeasure "A measure that does not exist." {
        id: String = "Its id.", nearest: Option<String> = "The id that comes nearest.",
    }
    79 Error MeasuresExclude "Two measures of a scenario that exclude one another." {
        id: String = "The measure.",
        other: String = "The one that it cannot be taken with.",
    }
    80 Error DateCell "A cell of a workbook that holds a date, in a column that cannot." {
        column: String = "The column, by its English name.", text: String = "The date.",
    }
    81 Error TruthCell "A cell of a workbook that holds TRUE or FALSE, in a column that cannot." {
        column: String = "The column, by its English name.", text: String = "What the cell holds.",
    }
    82 Error ErrorCell "A cell in which a formula failed." {
        text: String = "What the cell shows, such as `#N/A`.",
    }
    83 Error MergedCells "Cells of a workbook that were merged, so that all but the first are empty." {
        range: String = "Which cells, such as `B2:B5`.",
    }
    84 Error FormulaWithoutValue "A cell of a workbook whose formula was never computed." {}
    85 Error BadWorkbook "A file that is no workbook, or is damaged." {
        reason: String = "What is wrong with it, and with which part.",
    }
    86 Error WorkbookTooLarge "A workbook that holds more than any network." {
        what: String = "What there is too much of: `packed` or `unpacked` bytes, the bytes of a `piece`, `cells`, or their `text` in bytes.",
        limit: u64 = "The limit.",
    }
    87 Error LockedWorkbook "A workbook with a password, or of a kind from before 2007." {}
    101 Warning NationalOnOneRegion "A national process that needs one regional node alone." {
        process: String = "The process.", need: String = "Its need.", region: String = "The region.",
    }
    102 Warning IsolatedNode "A node row that no dependency mentions." {
        id: String = "The node.",
    }
    103 Warning NodeWithoutRow "A node that dependencies mention and the nodes table does not." {
        id: String = "The node.", nearest: Option<String> = "The row that comes nearest.",
    }
    104 Warning BlackStartTooShort "A black start that ends before the restart does, so that it cannot break a loop." {
        id: String = "The node.", black_start_h: f64 = "Black start, hours.", restart_h: f64 = "Restart, hours.",
    }
    105 Warning UnknownColumn "A column that no table knows, kept as an attribute, whose name resembles one that is known." {
        header: String = "The header as it stands in the file.", nearest: String = "The column that it resembles.",
    }
    106 Warning UnfedLoop "Nodes that keep one another up and get nothing from outside even when all works." {
        nodes: Vec<String> = "The first nodes.", more: u64 = "How many others there are.",
    }
    107 Warning SharedProvider "Alternatives that are no alternatives: each needs the same node." {
        dependent: String = "The dependent.", need: String = "The need that looks redundant.",
        shared: String = "The node that all alternatives need.",
    }
    108 Warning NoSource "Rows without a source." {
        rows: usize = "How many.", of: usize = "Of how many.",
    }
    109 Warning PointAsDecimal "A number such as `1.500` where a comma is the decimal mark: it was read as one and a half." {
        column: String = "The column, by its English name.", text: String = "What the cell holds.",
    }
    115 Warning FractionsAsPercentages "A column of percentages of which none is above 1." {
        rows: usize = "How many are stated.",
    }
    116 Warning UnknownOwned "An owned party that is no node, operates nothing and owns nothing." {
        id: String = "Its id.", nearest: Option<String> = "The id that comes nearest.",
    }
    117 Warning UnknownOwner "An owner that is named nowhere else and is written almost like another party." {
        id: String = "Its id.", nearest: String = "The id that it resembles.",
    }
    118 Warning UnknownCriterion "A criterion of the impacts table of which no row of the criteria table says how it is measured." {
        criterion: String = "The criterion.", nearest: Option<String> = "The criterion that comes nearest.",
    }
    119 Warning MeasureWithoutCost "A measure without a cost." {
        id: String = "The measure.",
    }
    120 Warning MeasureWithoutEffect "A measure that changes nothing." {
        id: String = "The measure.",
    }
    201 Note Detected "Something about how a file was read." {
        encoding: String = "The encoding.", delimiter: char = "The delimiter.", decimal_comma: bool = "Whether a comma is the decimal mark.",
    }
    203 Note FileNotUsed "Files of a network folder that are no table." {}
    204 Note NotShown "More was found than is shown." {
        errors: u64 = "Errors that are not shown.", others: u64 = "Warnings and notes that are not shown.",
    }
}
