//! Choices among a few words of the field.

/// Makes an enum of choices that are written in snake case, and the list of all of them.
macro_rules! choices {
    ($(#[$attribute:meta])* $name:ident: $($(#[$choice_attribute:meta])* $choice:ident,)*) => {
        $(#[$attribute])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$choice_attribute])* $choice,)* }

        impl $name {
            /// All of them in order.
            pub const ALL: [Self; [$(stringify!($choice)),*].len()] = [$(Self::$choice,)*];
        }
    };
}

pub(super) use choices;
