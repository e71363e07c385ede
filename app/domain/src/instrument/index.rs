//! Positions in an instrument. Each kind is its own type, so that a metric's place can never be used for an item's.
//! Only an instrument hands them out; they belong to the instrument that made them.

use std::ops::Index;

use serde::{Deserialize, Serialize};

use super::{Construct, Dimension, Instrument, Item, Metric, OpenQuestion, Question, ToolCategory};

macro_rules! position {
    ($(#[$doc:meta])* $name:ident, $list:ident, $target:ty) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub struct $name(u16);

        impl $name {
            /// `position` counts from 0; an instrument never holds more than 65,535 of anything.
            pub(crate) fn at(position: usize) -> Self {
                Self(u16::try_from(position).unwrap_or(u16::MAX))
            }

            /// The place in the instrument's list, from 0.
            #[must_use]
            pub const fn get(self) -> usize {
                self.0 as usize
            }
        }

        impl Index<$name> for Instrument {
            type Output = $target;

            /// The thing at this place of the instrument that handed the place out.
            fn index(&self, place: $name) -> &$target {
                &self.$list[place.get()]
            }
        }
    };
}

position!(
    /// Place of a dimension.
    DimensionIndex,
    dimensions,
    Dimension
);
position!(
    /// Place of a construct, in the instrument's order.
    ConstructIndex,
    constructs,
    Construct
);
position!(
    /// Place of one of the scored items, in the instrument's order.
    ItemIndex,
    items,
    Item
);
position!(
    /// Place of a delivery metric.
    MetricIndex,
    metrics,
    Metric
);
position!(
    /// Place of a question on the profile.
    ProfileIndex,
    profile,
    Question
);
position!(
    /// Place of a category of the tool inventory.
    ToolIndex,
    tools,
    ToolCategory
);
position!(
    /// Place of a question on strategies.
    StrategyIndex,
    strategies,
    Question
);
position!(
    /// Place of an open question.
    OpenIndex,
    open,
    OpenQuestion
);

/// A column of an answers file, and a question with a score: an item or a delivery metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column {
    /// One of the scored items.
    Item(ItemIndex),
    /// One of the delivery metrics.
    Metric(MetricIndex),
}
