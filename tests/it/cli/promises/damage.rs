//! What may be wrong with a table, each with the code that must be told. The other modules of this area run these through the command.

/// A table that cannot be used.
pub(super) struct Damaged {
    /// What is wrong.
    pub(super) what: &'static str,
    pub(super) table: Vec<u8>,
    /// Each code that must be told, with the line it is about: `K012 2`. Line 0 is the file as a whole.
    pub(super) told: &'static [&'static str],
}

/// Every way of damage that fits in a small file.
pub(super) fn all() -> Vec<Damaged> {
    let small = SMALL.iter().map(|(what, table, told)| Damaged { what, table: table.to_vec(), told });
    small.chain([long_line(), long_field()]).collect()
}

type Small = (&'static str, &'static [u8], &'static [&'static str]);

const SMALL: &[Small] = &[
    ("an empty file", b"", &["K003 0"]),
    ("white space", b"\n  \n", &["K003 0"]),
    ("a header and no rows", b"dependent,provider\n", &["K003 0"]),
    ("no header", b"tel,grid\nwater,grid\n", &["K004 1", "K004 1"]),
    ("two headers for one column", b"dependent,provider,leverancier\ntel,grid,grid\n", &["K005 1"]),
    ("missing ids", b"dependent,provider\n,grid\ntel,\n", &["K011 2", "K011 3"]),
    ("NaN", b"dependent,provider,buffer_h\ntel,grid,NaN\n", &["K012 2"]),
    ("inf", b"dependent,provider,buffer_h\ntel,grid,inf\n", &["K012 2"]),
    ("negative", b"dependent,provider,buffer_h\ntel,grid,-1\n", &["K013 2"]),
    ("out of range", b"dependent,provider,buffer_h,probability\ntel,grid,2000000,1.5\n", &["K013 2", "K013 2"]),
    ("text in a number", b"dependent,provider,buffer_h\ntel,grid,four\n", &["K012 2"]),
    ("a word that its column does not know", b"dependent,provider,type\ntel,grid,fysical\n", &["K014 2"]),
    ("a distribution that is none", b"dependent,provider,buffer_h\ntel,grid,tri(5|2|9)\n", &["K020 2"]),
    ("a row on itself", b"dependent,provider\ntel,tel\n", &["K015 2"]),
    ("a row twice", b"dependent,provider\ntel,grid\ntel,grid\n", &["K016 3"]),
    ("disagreeing needs", b"dependent,provider,need,buffer_h\ntel,a,power,1\ntel,b,power,2\n", &["K017 3"]),
    ("short supply", b"dependent,provider,need,share\ntel,a,power,1/4\ntel,b,power,1/4\n", &["K018 2"]),
    ("a quote that does not close", b"dependent,provider\ntel,\"grid\n", &["K006 2"]),
    ("text after a quote", b"dependent,provider\ntel,\"grid\"x\n", &["K006 2"]),
    ("a short row", b"dependent,provider,need\ntel,grid\n", &["K007 2"]),
    ("a long row", b"dependent,provider\ntel,grid,power\n", &["K007 2"]),
    ("a NUL byte", b"dependent,provider\ntel,gr\0id\n", &["K008 2"]),
    ("bytes that are not UTF-8 behind its mark", b"\xef\xbb\xbfdependent,provider\ntel,caf\xe9\n", &["K010 2"]),
    (
        "many faults at once",
        b"dependent,provider,buffer_h\ntel,grid,x\n,grid,\nwater,grid,-4\nwater,water,\ntel,\"grid\n",
        &["K012 2", "K011 3", "K013 4", "K015 5", "K006 6"],
    ),
];

fn long_line() -> Damaged {
    let table = format!("dependent,provider\ntel,grid\n{}", "x".repeat(2 << 20));
    Damaged { what: "a long line", table: table.into_bytes(), told: &["K009 3"] }
}

fn long_field() -> Damaged {
    let table = format!("dependent,provider\ntel,{}\n", "x".repeat(70_000));
    Damaged { what: "a long field", table: table.into_bytes(), told: &["K009 2"] }
}
