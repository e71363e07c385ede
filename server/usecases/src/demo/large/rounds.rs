//! Rounds with their responses.

use std::ops::Range;

use domain::demo::{Chance, Outlook, answers};
use domain::instrument::JobRole;
use domain::links::{JoinSecret, RespondentSecret};
use domain::round::{Mode, RoundState};
use store::{Bulk, BulkAnswer, BulkResponse, BulkRound};

use super::Large;
use crate::Error;
use crate::demo::dates::Dates;

/// What the people of a team do.
const ROLES: [JobRole; 8] =
    [JobRole::Mgr, JobRole::Ds, JobRole::Mle, JobRole::Ops, JobRole::De, JobRole::Swe, JobRole::Ds, JobRole::Po];

impl Large<'_> {
    /// Some of the rounds.
    pub(super) fn rounds(&self, numbers: Range<usize>) -> Result<Bulk, Error> {
        let mut bulk = Bulk::default();
        for number in numbers {
            let team = number % self.size.teams;
            let of_team = self.size.rounds.saturating_sub(team + 1) / self.size.teams;
            let before_last = of_team - number / self.size.teams;
            // In every other team the last round is over too.
            let dates = Dates::before_last(before_last + team % 2, self.now);
            self.round(&mut bulk, team, dates)?;
        }
        Ok(bulk)
    }

    fn round(&self, bulk: &mut Bulk, number: usize, dates: Dates) -> Result<(), Error> {
        let (team, mint, instrument) = (&self.teams[number], self.app.mint(), self.app.instrument());
        let id = mint.round(dates.made);
        let over = dates.closes <= self.now;
        bulk.rounds.push(BulkRound {
            id,
            organisation_id: self.id,
            team_id: team.id,
            name: dates.name(),
            subject: String::new(),
            mode: Mode::Named,
            state: if over { RoundState::Closed } else { RoundState::Open },
            instrument_id: instrument.id.clone(),
            instrument_version: instrument.version.clone(),
            join: JoinSecret::from_random(mint.secret()),
            made_by: self.people[0].0,
            created_at: dates.made,
            opens_at: dates.opens,
            closes_at: dates.closes,
        });
        for (place, person) in team.people.iter().take(self.size.respondents).enumerate() {
            let (account, name) = &self.people[*person];
            let day = dates.answered(place);
            let key = number as u64;
            let outlook = Outlook {
                stage: 160 + Chance::at(&[key]).below(280).cast_signed(),
                divide: 0,
                apart: &[],
                team: key,
                round: dates.opens.cast_unsigned(),
                person: place as u64,
            };
            let role = ROLES[place % ROLES.len()];
            let given = answers(instrument, &[role], &outlook).map_err(|error| Error::Broken(error.to_string()))?;
            let answers = given.into_iter().map(|answer| BulkAnswer {
                field: answer.field,
                value: answer.value,
                before: answer.before,
            });
            let about = BulkAnswer { field: "job_role".to_owned(), value: role.id().to_owned(), before: None };
            bulk.responses.push(BulkResponse {
                id: mint.response(),
                round_id: id,
                key: RespondentSecret::from_random(mint.secret()).response_key(),
                label: name.clone(),
                account_id: Some(*account),
                created_day: day,
                submitted_day: (over || place % 2 == 0).then_some(day),
                answers: answers.chain([about]).collect(),
            });
        }
        Ok(())
    }
}
