//! How nodes and needs are called in a text.

use super::language::{Lang, list};
use crate::network::{DependencyId, NameId, NeedId, Network, NodeId};

/// So many nodes are named in a sentence.
const NAMED: usize = 4;

/// The names of a network in a language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Names<'n> {
    pub(super) network: &'n Network,
    pub(super) lang: Lang,
    /// The attribute that holds names in this language: `name_en`, `name_nl`.
    translated: Option<NameId>,
}

impl<'n> Names<'n> {
    pub(super) fn new(network: &'n Network, lang: Lang) -> Self {
        Self { network, lang, translated: network.names().find(lang.pick("name_en", "name_nl")) }
    }

    pub(super) fn network(&self) -> &'n Network {
        self.network
    }

    /// The name of a node, in the language where the network has one.
    pub(super) fn short(&self, node: NodeId) -> &'n str {
        let attributes = &self.network.node(node).attributes;
        let translated = self.translated.and_then(|key| attributes.iter().find(|(name, _)| *name == key));
        translated.map_or_else(|| self.network.name(node), |(_, value)| self.network.text(*value))
    }

    /// The id of a node.
    pub(super) fn id(&self, node: NodeId) -> &'n str {
        self.network.id(node)
    }

    /// The name of a node with its id behind it, where they differ.
    pub(super) fn full(&self, node: NodeId) -> String {
        let (name, id) = (self.short(node), self.network.id(node));
        if name == id { id.to_owned() } else { format!("{name} ({id})") }
    }

    /// The name of a node with its id behind it in at most so many signs; the name is cut, the id is not.
    pub(super) fn fitting(&self, node: NodeId, most: usize) -> String {
        let (name, id) = (self.short(node), self.network.id(node));
        let room = most.saturating_sub(id.chars().count() + 3);
        if name == id || room < 4 { fitting(id, most) } else { format!("{} ({id})", fitting(name, room)) }
    }

    /// The same of the node with an id.
    pub(super) fn fitting_of_id(&self, id: &str, most: usize) -> String {
        self.network.find(id).map_or_else(|| fitting(id, most), |node| self.fitting(node, most))
    }

    /// The name of the node with an id, with the id behind it.
    pub(super) fn full_of_id(&self, id: &str) -> String {
        self.network.find(id).map_or_else(|| id.to_owned(), |node| self.full(node))
    }

    /// The sector of a node.
    pub(super) fn sector(&self, node: NodeId) -> Option<&'n str> {
        self.network.node(node).sector.map(|sector| self.network.text(sector))
    }

    /// The ids of nodes, the first few of them.
    pub(super) fn ids(&self, nodes: &[NodeId]) -> String {
        let ids: Vec<&str> = nodes.iter().take(NAMED + 1).map(|&node| self.network.id(node)).collect();
        self.cut(&ids, nodes.len())
    }

    /// The names of nodes, the first few of them, with their ids.
    pub(super) fn names(&self, nodes: &[NodeId]) -> String {
        let names: Vec<String> = nodes.iter().take(NAMED + 1).map(|&node| self.full(node)).collect();
        self.cut(&names, nodes.len())
    }

    /// A list of which only the first texts were made.
    fn cut<T: AsRef<str>>(&self, made: &[T], of: usize) -> String {
        let shown = list(self.lang, &made[..made.len().min(NAMED)], NAMED);
        let more = of.saturating_sub(NAMED);
        if more == 0 { shown } else { super::language::and_more(self.lang, &shown, more as u64) }
    }

    /// A need, and where it is named after its provider, nothing: the provider says it all.
    pub(super) fn need(&self, need: NeedId) -> Option<&'n str> {
        let name = self.network.need_name(need);
        let named_after = self.network.members(need).iter().any(|member| self.network.id(member.provider) == name);
        (!named_after).then_some(name)
    }

    /// A need by its name, which may be that of its provider.
    pub(super) fn need_or_provider(&self, need: NeedId) -> &'n str {
        self.need(need).unwrap_or_else(|| self.short(self.network.members(need)[0].provider))
    }

    /// Who provides along a row.
    pub(super) fn provider(&self, row: DependencyId) -> String {
        self.full(self.network.dependencies()[row.0 as usize].provider)
    }

    /// Who is provided along a row.
    pub(super) fn reached(&self, row: DependencyId) -> String {
        self.dependent(self.network.dependencies()[row.0 as usize].need)
    }

    /// The need that a row meets; nothing where it is named after its provider.
    pub(super) fn need_of(&self, row: DependencyId) -> &'n str {
        self.need(self.network.dependencies()[row.0 as usize].need).unwrap_or_default()
    }

    /// A row by ids, from provider to dependent.
    pub(super) fn arrow(&self, row: DependencyId) -> String {
        let row = &self.network.dependencies()[row.0 as usize];
        format!("{} → {}", self.network.id(row.provider), self.network.id(self.network.need(row.need).dependent))
    }

    /// Who has the need.
    pub(super) fn dependent(&self, need: NeedId) -> String {
        self.full(self.network.need(need).dependent)
    }
}

/// A text cut to so many signs.
pub(super) fn fitting(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    kept.trim_end().to_owned() + "…"
}
