//! The pages for readers: their commands run, and the output they show is what the command prints.
//!
//! A block is `<!-- output: keten ARGUMENTS -->`, a fenced text, `<!-- end output -->`. Its command runs in the root of the project; what
//! it prints on standard output stands in the block, or with `head=N` at the end of the marker the first N lines. With `KETEN_BLESS=1`
//! in the environment the blocks are written instead of compared.

use super::{root, run_in};
use std::path::PathBuf;

const OPEN: &str = "<!-- output: keten ";
const CLOSE: &str = "<!-- end output -->";

/// The pages that may hold blocks, by their path from the root.
fn pages() -> Vec<PathBuf> {
    let mut pages = vec![root().join("README.md")];
    let markdown = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "md");
    let list = |folder: &str| std::fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>();
    pages.extend(list("docs").into_iter().filter(markdown));
    pages.extend(list("networks").into_iter().map(|network| network.join("README.md")).filter(|page| page.exists()));
    pages.sort();
    pages
}

/// Words as a shell takes them apart: at spaces, but not within double or single quotes.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quote, mut begun) = (Vec::new(), String::new(), None, false);
    for sign in line.chars() {
        match (sign, quote) {
            ('"' | '\'', None) => (quote, begun) = (Some(sign), true),
            (sign, Some(open)) if sign == open => quote = None,
            (' ', None) => {
                if begun {
                    words.push(std::mem::take(&mut word));
                }
                begun = false;
            }
            (sign, _) => {
                word.push(sign);
                begun = true;
            }
        }
    }
    words.extend(begun.then_some(word));
    words
}

/// What a marker asks for: the arguments, and how many lines are shown.
fn asked(marker: &str) -> (Vec<String>, Option<usize>) {
    let mut words = words(marker);
    let head = words.last().and_then(|word| word.strip_prefix("head=")).and_then(|lines| lines.parse().ok());
    if head.is_some() {
        words.pop();
    }
    (words, head)
}

/// What a block shows.
fn shown(marker: &str) -> String {
    let (arguments, head) = asked(marker);
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let ran = run_in(&root(), &arguments);
    assert!(matches!(ran.code, 0 | 4), "keten {marker}\n{}", ran.err);
    let mut lines: Vec<&str> = ran.out.lines().take(head.unwrap_or(usize::MAX)).map(str::trim_end).collect();
    while lines.last().is_some_and(|line| line.is_empty()) {
        lines.pop();
    }
    if lines.is_empty() { String::new() } else { lines.join("\n") + "\n" }
}

/// The page with every block filled by `show`, or what is wrong with its markers.
fn filled(page: &str, show: impl Fn(&str) -> String) -> Result<String, String> {
    let mut parts = page.split(OPEN);
    let mut result = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (marker, rest) = part.split_once(" -->\n").ok_or_else(|| format!("a marker does not end: {part:.40}"))?;
        let (_, after) = rest.split_once(CLOSE).ok_or_else(|| format!("a block does not end: {marker}"))?;
        let shown = show(marker);
        result.extend([OPEN, marker, " -->\n```text\n", &shown, "```\n", CLOSE, after]);
    }
    Ok(result)
}

#[test]
fn every_block_shows_what_the_command_prints() {
    let bless = std::env::var_os("KETEN_BLESS").is_some_and(|value| value == "1");
    let mut outdated = Vec::new();
    for path in pages() {
        let page = std::fs::read_to_string(&path).unwrap();
        let fresh = filled(&page, shown).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        if fresh != page && bless {
            std::fs::write(&path, fresh).unwrap();
        } else if fresh != page {
            let differs = page.lines().zip(fresh.lines()).position(|(old, new)| old != new).unwrap_or_default();
            outdated.push(format!("{}:{}", path.display(), differs + 1));
        }
    }
    assert!(outdated.is_empty(), "run the tests with KETEN_BLESS=1 to write these blocks anew: {}", outdated.join(", "));
}

/// The lines of the blocks of code in a page for a shell.
fn shell_lines(page: &str) -> Vec<&str> {
    let blocks = page.split("```sh\n").skip(1).filter_map(|rest| rest.split_once("```"));
    blocks.flat_map(|(block, _)| block.lines()).filter(|line| !line.trim().is_empty()).collect()
}

#[test]
fn the_two_commands_of_the_readme_run() {
    let page = std::fs::read_to_string(root().join("README.md")).unwrap();
    let lines = shell_lines(&page);
    let main = lines.iter().find_map(|line| line.strip_prefix("cargo run --release --locked -- ")).expect("a command that builds and runs");
    let arguments = words(main);
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    assert!(arguments.contains(&"networks/nl-vitaal"), "on the network that the page is about");
    let ran = run_in(&root(), &arguments);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("EL-380-DIEMEN"));
    assert!(lines.contains(&"cargo test --release --locked"), "a command that runs every test");
}

#[test]
fn every_command_in_a_shell_block_runs() {
    // What a command writes is for its reader, not for the folder of the project.
    let desk = tempfile::tempdir().unwrap();
    let mut written = 0;
    for path in pages() {
        let page = std::fs::read_to_string(&path).unwrap();
        for line in shell_lines(&page).into_iter().filter_map(|line| line.strip_prefix("keten ")) {
            let words = words(line);
            // Commands about the reader's own files cannot run here.
            if !words.iter().any(|word| word.starts_with("networks/")) {
                continue;
            }
            let here = |word: &String| if word.starts_with("networks/") { root().join(word).display().to_string() } else { word.clone() };
            let arguments: Vec<String> = words.iter().map(here).collect();
            let ran = run_in(desk.path(), &arguments.iter().map(String::as_str).collect::<Vec<_>>());
            assert!(matches!(ran.code, 0 | 4), "{}: keten {line}\n{}", path.display(), ran.err);
            for file in words.windows(2).filter(|pair| pair[0] == "--out").map(|pair| desk.path().join(&pair[1])) {
                assert!(file.exists(), "{}: keten {line} wrote no {}", path.display(), file.display());
                written += 1;
            }
        }
    }
    assert!(written > 0, "no command of the pages writes a file");
}

#[test]
fn blocks_are_found_filled_and_checked() {
    let page = "a\n<!-- output: keten x -->\n```text\nold\n```\n<!-- end output -->\nb\n";
    assert_eq!(filled(page, |marker| format!("<{marker}>\n")).unwrap(), page.replace("old", "<x>"));
    assert!(filled("<!-- output: keten x -->\n", |_| String::new()).is_err());
    assert_eq!(filled("no block", |_| String::new()).unwrap(), "no block");
    assert_eq!(
        asked(r#"rank n --of "a=b & c=d" --by '' head=12"#),
        (["rank", "n", "--of", "a=b & c=d", "--by", ""].map(str::to_owned).to_vec(), Some(12))
    );
    assert_eq!(asked("check n").1, None);
}
