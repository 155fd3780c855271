//! When each node falls, where loss is all or nothing: as few steps as a loss differs from one that was followed before.
//!
//! Write `T(A)` for the moments at which nodes fall when the set `A` is lost at 0, and `F` for the rule that gives a node's moment from those
//! of its providers. `T(A)` is the greatest fixed point of `T = F(T)` held at 0 on `A`, as levels fall only when they must.
//!
//! Proof that a finished loss may be built upon. `F` is monotone, and shifting all moments by `s` shifts its result by `s`, because before its
//! first loss a need's stock is full. If node `r` falls at `s` in `T(A)`, then `T(A)` from `s` on is among the candidates for `s + T({r})`, the
//! greatest of them: so `T(A) <= s + T({r})` everywhere. Take any `X` that is at least `T(A)`, at most 0 on `A`, and does not rise under `F`
//! held so: applying `F` again and again descends to a fixed point that is at least the greatest one, hence is it. `s + T({r})`, lowered to
//! moments that the loss of `A` has been shown to bring, is such an `X`, and it is a fixed point but for what depends on the lowered nodes. So
//! it is enough to work those out again, and what depends on them, for as long as anything falls earlier. (Another anchor taken midway begins
//! with the initiators alone lowered: what was left out as no earlier than in the one before may be earlier than in this.) Moments past the horizon count as
//! never on both sides.
//!
//! A finished loss that is kept is an [`Anchor`], its single initiator the *root*. A node is labelled with an anchor when its own loss
//! brings down the root at once; labels and anchors only save work, so threads may share them as they come and the result is the same.
//!
//! ```
//! use keten::engine::{Binary, Schedules};
//! use keten::{graph::{Graph, Parameters, Topology}, network::{Draft, Network, Stance}};
//! let mut draft = Draft::default();
//! draft.depend("tel", "grid");
//! let network = Network::build(draft).unwrap();
//! let (topology, parameters) = (Topology::of(&network), Parameters::of(&network, Stance::Central));
//! let binary = Binary::of(Graph { topology: &topology, parameters: &parameters }, 72 * 3_600_000).unwrap();
//! let schedules = Schedules::new(binary);
//! let mut cascade = schedules.cascade();
//! cascade.run(&[network.find("grid").unwrap().0]);
//! assert_eq!(cascade.earlier().count(), 2);
//! ```

mod anchor;
mod cascade;
mod rows;

pub use anchor::{Anchor, Schedules};
pub use cascade::{Base, Cascade};
