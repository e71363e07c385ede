//! What is said where a confidential round tells less than everything, and why.

use super::words::people;
use super::{Figure, Source};
use crate::privacy::FULL_FROM;
use crate::scoring::Detail;

/// Said where a figure would stand if enough people were behind it.
pub(crate) const NOT_SHOWN: &str = "Not shown";

/// The words of a confidential round with its threshold.
#[derive(Clone, Copy)]
pub(super) struct Withheld(pub(super) u8);

impl Withheld {
    /// Why nothing is told.
    pub(super) fn suppressed(self) -> String {
        let k = self.0;
        format!(
            "Not shown: fewer than {k} answered this, or it would let somebody work out what fewer than {k} said. Shown from {k} on."
        )
    }

    /// Why a figure is rounded.
    pub(super) fn coarse(self) -> String {
        format!(
            "From {} to {} answers: rounded, and the range widened to steps of five, so that nobody’s answer can be worked out. From {FULL_FROM} on everything is shown.",
            self.0,
            FULL_FROM - 1
        )
    }

    pub(super) fn notice(self) -> String {
        format!(
            "This round is confidential. A figure is shown when {} people or more are behind it, rounded below {FULL_FROM}, and not at all where it would let somebody work out what fewer said.",
            self.0
        )
    }

    /// Said instead of a result.
    pub(super) fn nothing(self, respondents: usize) -> String {
        format!(
            "{} answered. Results are shown from {} people on, so that nobody’s answers can be worked out.",
            if respondents == 1 { "1 person has".to_owned() } else { format!("{} have", people(respondents)) },
            self.0
        )
    }
}

impl Source<'_> {
    /// The words for what is withheld; `None` where everything is told.
    pub(super) fn withheld(&self) -> Option<Withheld> {
        self.scores.threshold.map(Withheld)
    }

    /// A figure as its detail has it; `figure` is what is said of one that is told in full.
    pub(super) fn told(&self, detail: Detail, figure: Figure) -> Figure {
        let Some(withheld) = self.withheld() else { return figure };
        match detail {
            Detail::Full => figure,
            Detail::Coarse if figure.value.is_none() => figure,
            Detail::Coarse => {
                let text = format!("about {}", figure.text);
                Figure { text, why: withheld.coarse(), ..figure }
            }
            Detail::Suppressed => Figure::new(None, None, NOT_SHOWN, withheld.suppressed()),
        }
    }

    /// How many people are behind a figure; 0 where that is not told.
    pub(super) const fn number(detail: Detail, n: usize) -> usize {
        if detail.is_full() { n } else { 0 }
    }
}
