//! What somebody would answer, from how their team stands.

use super::{Answer, Chance};
use crate::answer::{Field, FieldError};
use crate::instrument::{Column, Feeds, Instrument, JobRole, MetricKind, RoleSet};
use crate::questionnaire::is_asked;

/// How somebody sees their team. Stages are in hundredths: 250 is halfway between the second and the third.
#[derive(Clone, Copy, Debug)]
pub struct Outlook<'a> {
    /// How far the team's practices are, 100 to 500.
    pub stage: i32,
    /// By how much those who build models see more of it than is there, and those who run them less.
    pub divide: i32,
    /// Practices that are further, or less far, than the rest: constructs and by how much.
    pub apart: &'a [(&'a str, i32)],
    /// Names the team, for chance: what is easy or hard in a team stays so from round to round.
    pub team: u64,
    /// Names the round.
    pub round: u64,
    /// Names the person: who judges mildly does so in every round.
    pub person: u64,
}

/// What somebody with these job roles answers to everything that they are asked, in the order of the questionnaire.
///
/// # Errors
/// Never with an instrument that is in order: every answer has gone through the one parser of answers.
pub fn answers(instrument: &Instrument, roles: &[JobRole], outlook: &Outlook<'_>) -> Result<Vec<Answer>, FieldError> {
    let set: RoleSet = roles.iter().copied().collect();
    let asked = instrument.columns().filter(|column| is_asked(instrument, *column, set));
    asked
        .zip(0..)
        .map(|(column, place)| {
            let mut chance = Chance::at(&[outlook.team, outlook.round, outlook.person, place]);
            let mut given = || outlook.given(instrument, column, set, place, &mut chance);
            let (first, second) = (given(), given());
            let value = Field::from(column).canonical(instrument, &[&first])?;
            // Now and then somebody thinks again.
            let before = (chance.one_in(30) && second != first).then_some(second);
            Ok(Answer { field: instrument.column_id(column).to_owned(), value, before })
        })
        .collect()
}

impl Outlook<'_> {
    fn given(
        &self,
        instrument: &Instrument,
        column: Column,
        roles: RoleSet,
        place: u64,
        chance: &mut Chance,
    ) -> String {
        if chance.one_in(28) {
            return "DK".to_owned();
        }
        let stage = self.stage + self.bias(roles);
        let item = match column {
            Column::Item(item) => &instrument[item],
            Column::Metric(metric) => return figure(&instrument[metric].kind, stage, chance),
        };
        let construct = &instrument[item.construct];
        let apart = self.apart.iter().find(|(id, _)| *id == construct.id).map_or(0, |(_, apart)| *apart);
        let level = match construct.feeds {
            Feeds::Severity => 560 - stage,
            Feeds::Realisation if chance.one_in(40) => return "NA".to_owned(),
            Feeds::Realisation => stage + 40,
            Feeds::Maturity | Feeds::Delivery => stage + apart,
        };
        let level = level + Chance::at(&[self.team, place]).around(70) + chance.around(75);
        let level = if item.reversed { 600 - level } else { level };
        nearest(level, 5).to_string()
    }

    /// How much more or less than their team somebody sees.
    fn bias(&self, roles: RoleSet) -> i32 {
        let person = Chance::at(&[self.team, self.person]).around(35);
        let has = |roles_of: &[JobRole]| roles_of.iter().any(|role| roles.contains(*role));
        let builds = has(&[JobRole::Ds, JobRole::Mle]);
        let runs = has(&[JobRole::Ops, JobRole::Swe]);
        match (builds, runs) {
            (true, false) => person + self.divide,
            (false, true) => person - self.divide,
            _ => person,
        }
    }
}

/// A delivery metric: the better the stage, the higher the band and the fewer the mishaps.
fn figure(kind: &MetricKind, stage: i32, chance: &mut Chance) -> String {
    match kind {
        MetricKind::Bands(_) => nearest(stage + 60 + chance.around(90), 6).to_string(),
        MetricKind::Percent => {
            let percent = 68 - stage / 7 + chance.around(12);
            (percent.clamp(0, 100) / 5 * 5).to_string()
        }
    }
}

/// The whole number nearest to so many hundredths, from 1 to `most`.
fn nearest(hundredths: i32, most: i32) -> i32 {
    ((hundredths + 50) / 100).clamp(1, most)
}
