//! Loads a table of dependencies as one would with csv and petgraph: a string id per node, a map from ids to indices, no checks.
//!
//! Prints how many nodes and rows there are, and the seconds that loading took.

use petgraph::graph::{DiGraph, NodeIndex};
use std::collections::HashMap;
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("name a table of dependencies")?;
    let begun = Instant::now();
    let mut graph: DiGraph<String, ()> = DiGraph::new();
    let mut index: HashMap<String, NodeIndex> = HashMap::new();
    let mut reader = csv::Reader::from_path(path)?;
    let mut row = csv::StringRecord::new();
    while reader.read_record(&mut row)? {
        let mut node = |id: &str| match index.get(id) {
            Some(&known) => known,
            None => {
                let new = graph.add_node(id.to_owned());
                index.insert(id.to_owned(), new);
                new
            }
        };
        let (dependent, provider) = (node(&row[0]), node(&row[1]));
        graph.add_edge(provider, dependent, ());
    }
    let seconds = begun.elapsed().as_secs_f64();
    println!("{},{},{seconds}", graph.node_count(), graph.edge_count());
    Ok(())
}
