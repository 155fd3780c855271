//! Selectors: `id`, `id*`, `key=value`, `key!=value`, `supplied_by=ID`, `controlled_by=ACTOR`, `ultimate_country=XX`, `all`, joined by `&`
//! (and) and `,` (or).

use super::{Groups, Network, NodeId, NodeKey, Ownership, PartyId, nearest, nodes_controlled_by};
use crate::diagnostic::Finding;

/// The nodes that a selector names, in order.
///
/// A text that is exactly one id names that node, whatever signs it holds. `!=` selects all that `=` does not, so also nodes that
/// state nothing under the key. `supplied_by=ID` selects all that depends on ID, directly or through others, but not ID itself. `controlled_by=ACTOR` selects
/// all that the actor controls, and `ultimate_country=XX` all whose ultimate parent is established there.
///
/// # Errors
/// One finding: a selector that cannot be read, an unknown key or node, or nothing selected.
pub fn select(network: &Network, text: &str) -> Result<Vec<NodeId>, Finding> {
    select_among(network, network.ownership(), text)
}

/// The same where parties hold in one another what `ownership` says.
pub(super) fn select_among(network: &Network, ownership: &Ownership, text: &str) -> Result<Vec<NodeId>, Finding> {
    let among = Among { network, ownership };
    let text = text.trim();
    if let Some(node) = network.find(text) {
        return Ok(vec![node]);
    }
    let mut selected = Vec::new();
    for alternative in text.split(',') {
        let mut terms = alternative.split('&').map(|term| Term::parse(among, text, term.trim()));
        let mut nodes = terms.next().unwrap_or_else(|| unreachable!("split yields at least one part"))?.nodes(among);
        for term in terms {
            let with = term?.nodes(among);
            nodes.retain(|node| with.binary_search(node).is_ok());
        }
        selected.extend(nodes);
    }
    selected.sort_unstable();
    selected.dedup();
    if selected.is_empty() {
        let candidates = network.nodes().map(|node| network.id(node));
        return Err(Finding::NothingSelected { selector: text.to_owned(), nearest: nearest(text, candidates) });
    }
    Ok(selected)
}

/// Among what is selected.
#[derive(Clone, Copy)]
struct Among<'n> {
    network: &'n Network,
    ownership: &'n Ownership,
}

/// What a term is about, and whether it names what fits or all else.
struct Term<'a> {
    subject: Subject<'a>,
    equal: bool,
}

enum Subject<'a> {
    All,
    Id(NodeId),
    Glob(&'a str),
    Key { key: NodeKey, value: &'a str },
    SuppliedBy(NodeId),
    ControlledBy(Option<PartyId>),
    UltimateCountry(&'a str),
}

impl<'a> Term<'a> {
    fn parse(among: Among, selector: &str, term: &'a str) -> Result<Self, Finding> {
        let network = among.network;
        let bad = || Finding::BadSelector { selector: selector.to_owned(), part: term.to_owned() };
        if let Some(node) = network.find(term) {
            return Ok(Self { subject: Subject::Id(node), equal: true });
        }
        if let Some((key, value)) = term.split_once('=') {
            let (key, equal) = key.strip_suffix('!').map_or((key, true), |key| (key, false));
            let subject = Subject::keyed(among, key.trim(), value.trim()).map_err(|finding| finding.unwrap_or_else(bad))?;
            return Ok(Self { subject, equal });
        }
        let subject = match term {
            "" => return Err(bad()),
            "all" => Subject::All,
            _ if term.contains('*') => Subject::Glob(term),
            _ => return Err(unknown_node(network, term)),
        };
        Ok(Self { subject, equal: true })
    }

    /// The nodes of the term, in order.
    fn nodes(&self, among: Among) -> Vec<NodeId> {
        let fitting = self.subject.nodes(among);
        if self.equal { fitting } else { among.network.nodes().filter(|node| fitting.binary_search(node).is_err()).collect() }
    }
}

impl<'a> Subject<'a> {
    fn keyed(Among { network, ownership }: Among, key: &str, value: &'a str) -> Result<Self, Option<Finding>> {
        if key.is_empty() || value.is_empty() {
            return Err(None);
        }
        if key == "supplied_by" {
            return network.find(value).map(Self::SuppliedBy).ok_or_else(|| Some(unknown_node(network, value)));
        }
        if ["controlled_by", "zeggenschap_van"].contains(&key) {
            let actor = ownership.find(value);
            let is_known = actor.is_some() || network.find(value).is_some();
            return if is_known { Ok(Self::ControlledBy(actor)) } else { Err(Some(unknown_actor(network, ownership, value))) };
        }
        if ["ultimate_country", "uiteindelijk_land"].contains(&key) {
            return Ok(Self::UltimateCountry(value));
        }
        match NodeKey::parse(network, key) {
            Ok(key) => Ok(Self::Key { key, value }),
            Err(nearest) => Err(Some(Finding::UnknownSelectorKey { key: key.to_owned(), nearest })),
        }
    }

    /// The nodes that fit, in order.
    fn nodes(&self, Among { network, ownership }: Among) -> Vec<NodeId> {
        let filtered = |keep: &dyn Fn(NodeId) -> bool| network.nodes().filter(|&node| keep(node)).collect();
        match self {
            Self::All => network.nodes().collect(),
            Self::Id(node) => vec![*node],
            Self::Glob(pattern) => filtered(&|node| matches_glob(pattern, network.id(node))),
            Self::Key { key, value } => filtered(&|node| key.value(network, node).is_some_and(|stated| matches_glob(value, stated))),
            Self::SuppliedBy(node) => supplied_by(network, *node),
            Self::ControlledBy(actor) => actor.map_or_else(Vec::new, |actor| nodes_controlled_by(network, ownership, actor)),
            Self::UltimateCountry(country) => {
                let groups = Groups::of(ownership);
                let stated = |node| groups.country_behind(network, ownership, node).is_some_and(|stated| matches_glob(country, stated));
                filtered(&stated)
            }
        }
    }
}

/// The finding for an id that no node has.
pub fn unknown_node(network: &Network, id: &str) -> Finding {
    Finding::UnknownNode { id: id.to_owned(), nearest: nearest(id, network.nodes().map(|node| network.id(node))), or_party: false }
}

/// The finding for an actor that is neither a party nor a node.
pub fn unknown_actor(network: &Network, ownership: &Ownership, id: &str) -> Finding {
    let parties = ownership.parties().map(|party| ownership.id(party));
    let known = parties.chain(network.nodes().map(|node| network.id(node)));
    Finding::UnknownNode { id: id.to_owned(), nearest: nearest(id, known), or_party: true }
}

/// Everything that depends on `source`, directly or through others, without `source` itself.
fn supplied_by(network: &Network, source: NodeId) -> Vec<NodeId> {
    let mut dependents: Vec<(NodeId, NodeId)> = network.dependencies().iter().map(|d| (d.provider, network.node_of_need(d.need))).collect();
    dependents.sort_unstable();
    let mut reached = vec![false; network.node_count()];
    reached[source.0 as usize] = true;
    let mut queue = vec![source];
    while let Some(node) = queue.pop() {
        let start = dependents.partition_point(|(provider, _)| *provider < node);
        for &(_, dependent) in dependents[start..].iter().take_while(|(provider, _)| *provider == node) {
            if !std::mem::replace(&mut reached[dependent.0 as usize], true) {
                queue.push(dependent);
            }
        }
    }
    network.nodes().filter(|&node| node != source && reached[node.0 as usize]).collect()
}

/// Whether `text` has the shape of `pattern`, in which `*` stands for any run of signs.
fn matches_glob(pattern: &str, text: &str) -> bool {
    let Some((head, rest)) = pattern.split_once('*') else { return pattern == text };
    let Some(mut text) = text.strip_prefix(head) else { return false };
    let mut parts: Vec<&str> = rest.split('*').collect();
    let tail = parts.pop().unwrap_or_default();
    for part in parts {
        match text.find(part) {
            Some(at) => text = &text[at + part.len()..],
            None => return false,
        }
    }
    text.ends_with(tail)
}

#[cfg(test)]
mod tests {
    use super::{matches_glob, select};
    use crate::network::{Draft, Network};

    #[test]
    fn what_is_not_equal_is_all_that_is_not_named() {
        let mut draft = Draft::default();
        for (dependent, provider) in [("tel", "grid"), ("bank", "tel"), ("port", "sea")] {
            draft.depend(dependent, provider);
        }
        let network = Network::build(draft).unwrap();
        let ids = |text| select(&network, text).unwrap().into_iter().map(|node| network.id(node)).collect::<Vec<_>>();
        assert_eq!(ids("supplied_by=grid"), ["bank", "tel"]);
        assert_eq!(ids("supplied_by!=grid"), ["grid", "port", "sea"]);
        assert_eq!(ids("id!=tel & supplied_by=grid"), ["bank"]);
    }

    #[test]
    fn globs_match_as_in_a_shell() {
        for (pattern, text, expected) in [
            ("EL-*", "EL-380", true),
            ("EL-*", "TEL-1", false),
            ("*mast*", "a-mast-1", true),
            ("a*b", "ab", true),
            ("a*b", "abc", false),
            ("a*a", "a", false),
        ] {
            assert_eq!(matches_glob(pattern, text), expected, "{pattern} {text}");
        }
    }
}
