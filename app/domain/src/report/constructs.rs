//! One row a construct, with the sentence that explains its figure.

use super::words::{NOT_ASKED, TOO_FEW, people, whole};
use super::{ConstructRow, Figure, Source};
use crate::explain::{Reason, Unit};
use crate::instrument::{ConstructIndex, Feeds};
use crate::scoring::Status;

impl Source<'_> {
    pub(super) fn constructs(&self, feeds: Feeds) -> Vec<ConstructRow> {
        let heaviest = self.heaviest(feeds);
        self.instrument
            .constructs_feeding(feeds)
            .map(|place| {
                let construct = &self.instrument[place];
                let score = &self.scores.constructs[place.get()];
                let asked = self.scores.respondents == 0 || score.status != Status::NotApplicable;
                let absent = if asked { TOO_FEW } else { NOT_ASKED };
                ConstructRow {
                    id: construct.id.clone(),
                    name: construct.name.clone(),
                    short: construct.short.clone(),
                    figure: self.told(
                        score.detail,
                        Figure::new(score.index, score.index_ci95, absent, self.construct_why(place)),
                    ),
                    n: Self::number(score.detail, score.n as usize),
                    band: self.band(feeds, &construct.id),
                    attention: match feeds {
                        Feeds::Maturity => self.holds_back(place),
                        _ => heaviest == Some(place),
                    },
                    share_text: self.share(feeds, &construct.id),
                    items: self.items(construct.items),
                }
            })
            .collect()
    }

    /// The challenge that weighs most, if one does.
    fn heaviest(&self, feeds: Feeds) -> Option<ConstructIndex> {
        if feeds != Feeds::Severity {
            return None;
        }
        let scored = || {
            let places = self.instrument.constructs_feeding(feeds);
            places.filter_map(|place| Some((place, self.scores.constructs[place.get()].mean?)))
        };
        let (place, most) = scored().reduce(|a, b| if b.1 > a.1 { b } else { a })?;
        scored().any(|(_, mean)| mean < most).then_some(place)
    }

    fn band(&self, feeds: Feeds, id: &str) -> String {
        let band = match feeds {
            Feeds::Severity => self.scores.challenges.iter().find(|score| score.id == id).and_then(|score| score.band),
            Feeds::Realisation => self.scores.benefits.iter().find(|score| score.id == id).and_then(|score| score.band),
            Feeds::Maturity | Feeds::Delivery => None,
        };
        band.map_or(String::new(), |band| band.word().to_owned())
    }

    /// "3 of 7 people agree on the whole (a mean of 4 or more): 43 %, likely 16 to 75 %."
    fn share(&self, feeds: Feeds, id: &str) -> String {
        let found = match feeds {
            Feeds::Severity => {
                let score = self.scores.challenges.iter().find(|score| score.id == id);
                score.and_then(|score| Some((score.share_agree?, score.share_ci95?)))
            }
            Feeds::Realisation => {
                let score = self.scores.benefits.iter().find(|score| score.id == id);
                score.and_then(|score| Some((score.share_agree?, score.share_ci95?)))
            }
            Feeds::Maturity | Feeds::Delivery => None,
        };
        let n = self.scores.constructs.iter().find(|score| score.id == id).map_or(0, |score| score.n);
        found.map_or(String::new(), |(share, range)| {
            format!(
                "{} of {} agree on the whole (a mean of 4 or more): {} %, likely {} to {} %.",
                (share * f64::from(n)).round(),
                people(n as usize),
                whole(100.0 * share),
                whole(100.0 * range.low),
                whole(100.0 * range.high)
            )
        })
    }

    fn construct_why(&self, place: ConstructIndex) -> String {
        let found = self.explain.construct(place);
        let (entered, scored) = (found.count(Unit::People), found.status == Status::Scored);
        let mut sentences = vec![match found.status {
            Status::Scored if entered == 1 => {
                "One person’s mean of the three questions, or of the two that were answered, put on 0 to 100."
                    .to_owned()
            }
            Status::Scored => format!(
                "The mean of {}, each the mean of the three questions or of the two that were answered, put on 0 to 100.",
                people(entered)
            ),
            Status::NotApplicable => "Nobody was asked this, or everybody said it does not apply.".to_owned(),
            // `told` says why.
            Status::Suppressed => String::new(),
            Status::Withheld => {
                "Nobody has answered enough of it: two of the three questions, don’t know not counted.".to_owned()
            }
        }];
        let (too_few, beside) = (found.left_out(Reason::TooFewAnswered), found.left_out(Reason::NotAsked));
        if scored && too_few > 0 {
            sentences.push(format!("Left out: {} with fewer than two of three questions answered.", people(too_few)));
        }
        if scored && beside > 0 {
            sentences.push(format!("Not asked, or not applicable: {}.", people(beside)));
        }
        if scored && self.scores.constructs[place.get()].index_ci95.is_none() {
            sentences.push(match entered {
                1 => "A range needs two people or more.".to_owned(),
                _ => "All gave the same, so no range can be worked out.".to_owned(),
            });
        }
        sentences.join(" ") + &self.first(&found)
    }
}
