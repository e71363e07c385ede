//! Which questions two versions of an instrument put in the same way.

use crate::instrument::{Construct, Instrument, Item};

/// Two versions of an instrument, of which only what is put to people in the same way can be compared.
#[derive(Clone, Copy, Debug)]
pub struct Wording<'i> {
    one: &'i Instrument,
    other: &'i Instrument,
}

impl<'i> Wording<'i> {
    /// The versions that two sets of answers were given to; they may be the same.
    #[must_use]
    pub const fn of(one: &'i Instrument, other: &'i Instrument) -> Self {
        Self { one, other }
    }

    /// Whether an item is put in the same way in both: its question, stages, help, frame and scale. Who is asked and
    /// how it is listed may change. No, if one of them does not have it.
    #[must_use]
    pub fn keeps_item(&self, id: &str) -> bool {
        self.one.item(id).zip(self.other.item(id)).is_some_and(|(one, other)| self.same_item(one, other))
    }

    /// Whether a construct consists of the same items, and each is put in the same way.
    #[must_use]
    pub fn keeps_construct(&self, id: &str) -> bool {
        let both = self.one.construct(id).zip(self.other.construct(id));
        both.is_some_and(|(one, other)| {
            items(self.one, one).zip(items(self.other, other)).all(|(one, other)| self.same_item(one, other))
        })
    }

    fn same_item(&self, one: &Item, other: &Item) -> bool {
        let frames_and_options = |instrument: &'i Instrument, item: &Item| {
            let options = instrument.scale(item.scale).options.iter().map(|option| (&option.label, &option.meaning));
            (instrument.frame(item.construct), options.collect::<Vec<_>>())
        };
        (&one.id, &one.question, &one.help, &one.anchors) == (&other.id, &other.question, &other.help, &other.anchors)
            && (one.scale, one.reversed) == (other.scale, other.reversed)
            && frames_and_options(self.one, one) == frames_and_options(self.other, other)
    }
}

fn items<'i>(instrument: &'i Instrument, construct: &'i Construct) -> impl Iterator<Item = &'i Item> {
    construct.items.iter().map(|item| &instrument[*item])
}
