//! How a list of findings becomes types: code, severity, name, meaning and arguments each, and nothing can be forgotten for one of them.

macro_rules! findings {
    ($( $code:literal $severity:ident $name:ident $doc:literal { $( $field:ident : $type:ty = $fdoc:literal ),* $(,)? } )*) => {
        /// Every kind of finding, with what it needs to be told.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Finding {
            $( #[doc = $doc] $name { $( #[doc = $fdoc] $field: $type ),* }, )*
        }

        /// Every kind of finding, without what it needs to be told: what can be explained before it is met.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum FindingKind {
            $( #[doc = $doc] $name, )*
        }

        impl Finding {
            /// The kind.
            pub const fn kind(&self) -> FindingKind {
                match self { $( Self::$name { .. } => FindingKind::$name, )* }
            }

            /// The stable code.
            pub const fn code(&self) -> Code {
                self.kind().code()
            }

            /// How much it matters.
            pub const fn severity(&self) -> Severity {
                self.kind().severity()
            }

            /// All codes with their severity, in order.
            pub const CODES: &'static [(Code, Severity)] = &[ $( (Code($code), Severity::$severity), )* ];
        }

        impl FindingKind {
            /// Every kind, in the order of the codes.
            pub const ALL: &'static [Self] = &[ $( Self::$name, )* ];

            /// The stable code.
            pub const fn code(self) -> Code {
                match self { $( Self::$name => Code($code), )* }
            }

            /// How much it matters.
            pub const fn severity(self) -> Severity {
                match self { $( Self::$name => Severity::$severity, )* }
            }

            /// The kind with a code.
            pub fn with_code(code: Code) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.code() == code)
            }
        }
    };
}

pub(super) use findings;

#[cfg(test)]
mod tests {
    use crate::diagnostic::Finding;

    #[test]
    fn codes_are_unique_and_in_order() {
        assert!(Finding::CODES.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }
}
