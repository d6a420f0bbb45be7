//! Three answers instead of one: if things go badly, most likely, if they go well.

/// A figure in three cases.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Range<T> {
    /// If things go badly.
    pub low: T,
    /// Most likely.
    pub likely: T,
    /// If things go well.
    pub high: T,
}

impl<T> Range<T> {
    /// The same figure in all three cases.
    #[must_use]
    pub fn all(value: T) -> Self
    where
        T: Clone,
    {
        Self { low: value.clone(), likely: value.clone(), high: value }
    }

    /// What becomes of the figure in each case.
    pub fn map<U>(self, change: impl Fn(T) -> U) -> Range<U> {
        Range { low: change(self.low), likely: change(self.likely), high: change(self.high) }
    }

    /// The figure in each case, to be read.
    pub fn as_ref(&self) -> Range<&T> {
        Range { low: &self.low, likely: &self.likely, high: &self.high }
    }

    /// What becomes of two figures in each case.
    pub fn with<U, V>(self, other: Range<U>, join: impl Fn(T, U) -> V) -> Range<V> {
        Range { low: join(self.low, other.low), likely: join(self.likely, other.likely), high: join(self.high, other.high) }
    }
}
