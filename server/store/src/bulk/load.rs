//! Loading.

use domain::account::folded;
use domain::ids::{AccountId, UnitId};
use domain::round::{ResponseState, RoundState};

use super::insert::insert;
use super::rows::{Bulk, BulkResponse, BulkRound};
use crate::conn::Tx;
use crate::error::{StoreError, storable};
use crate::execute::Command as _;

impl Tx {
    /// Inserts everything in `bulk`. What is there already is an error; so is a team, member or round of another
    /// organisation than it says.
    ///
    /// # Errors
    /// The rows cannot be inserted. Nothing of the transaction can be saved then.
    pub async fn load(&mut self, bulk: &Bulk) -> Result<(), StoreError> {
        let Bulk { organisations, units, accounts, teams, members, rounds, responses, actions, worksheets, notes } =
            bulk;
        for text in texts(bulk) {
            storable(text)?;
        }
        let conn = &mut self.conn;
        insert!(conn, "INSERT INTO organisation (id, name, created_at) ", organisations, |o| [
            o.id.uuid(),
            &o.name,
            o.at
        ]);
        insert!(conn, "INSERT INTO unit (id, organisation_id, level, name, name_folded, created_at) ", units, |u| [
            u.id.uuid(),
            u.organisation_id.uuid(),
            1_i64,
            &u.name,
            folded(&u.name),
            u.at
        ]);
        insert!(
            conn,
            "INSERT INTO account (id, organisation_id, email, email_folded, name, name_folded, held_right,
            password_hash, created_at) ",
            accounts,
            |a| [
                a.id.uuid(),
                a.organisation_id.uuid(),
                a.email.as_str(),
                a.email.folded(),
                &a.name,
                folded(&a.name),
                a.right.word(),
                a.password_hash.as_ref().map(|hash| hash.0.as_str()),
                a.at
            ]
        );
        insert!(conn, "INSERT INTO team (id, organisation_id, unit_id, name, name_folded, created_at) ", teams, |t| [
            t.id.uuid(),
            t.organisation_id.uuid(),
            t.unit_id.map(UnitId::uuid),
            &t.name,
            folded(&t.name),
            t.at
        ]);
        insert!(conn, "INSERT INTO team_member (team_id, account_id, organisation_id, created_at) ", members, |m| [
            m.team_id.uuid(),
            m.account_id.uuid(),
            m.organisation_id.uuid(),
            m.at
        ]);
        self.load_rounds(rounds).await?;
        self.load_responses(responses).await?;
        // There are few of them, and they refuse what cannot be as they always do.
        for action in actions {
            action.run(self).await?;
        }
        for worksheet in worksheets {
            worksheet.run(self).await?;
        }
        for note in notes {
            self.note(note).await?;
        }
        Ok(())
    }

    async fn load_rounds(&mut self, rounds: &[BulkRound]) -> Result<(), StoreError> {
        let conn = &mut self.conn;
        insert!(
            conn,
            "INSERT INTO round (id, organisation_id, team_id, name, subject, mode, k, state, instrument_id,
            instrument_version, join_key, share_token, created_by, created_at, opens_at, closes_at, closed_at,
            name_folded) ",
            rounds,
            |r| [
                r.id.uuid(),
                r.organisation_id.uuid(),
                r.team_id.uuid(),
                &r.name,
                &r.subject,
                r.mode.word(),
                r.mode.k().map(i64::from),
                r.state.word(),
                &r.instrument_id,
                &r.instrument_version,
                r.join.key().as_str().to_owned(),
                r.join.token(),
                r.made_by.uuid(),
                r.created_at,
                r.opens_at,
                r.closes_at,
                r.closed_at(),
                folded(&r.name)
            ]
        );
        let events: Vec<_> = rounds.iter().flat_map(events).collect();
        insert!(conn, "INSERT INTO round_event (round_id, number, event, at, account_id) ", events, |(
            round,
            number,
            event,
            at,
        )| [
            round.id.uuid(),
            *number,
            *event,
            *at,
            round.made_by.uuid()
        ]);
        Ok(())
    }

    async fn load_responses(&mut self, responses: &[BulkResponse]) -> Result<(), StoreError> {
        let conn = &mut self.conn;
        insert!(
            conn,
            "INSERT INTO response (id, round_id, key, label, state, created_day, submitted_day, too_fast) ",
            responses,
            |r| [
                r.id.uuid(),
                r.round_id.uuid(),
                r.key.as_str(),
                &r.label,
                r.state().word(),
                r.created_day,
                r.submitted_day,
                false
            ]
        );
        let owned: Vec<_> = responses.iter().filter_map(|r| Some((r, r.account_id?))).collect();
        insert!(conn, "INSERT INTO participation (round_id, account_id, response_id) ", owned, |(r, account)| [
            r.round_id.uuid(),
            AccountId::uuid(*account),
            r.id.uuid()
        ]);
        let answers: Vec<_> = responses.iter().flat_map(|r| r.answers.iter().map(move |answer| (r, answer))).collect();
        insert!(conn, "INSERT INTO answer (response_id, field, value, version, changed_day) ", answers, |(
            r,
            answer,
        )| [
            r.id.uuid(),
            &answer.field,
            &answer.value,
            1 + i64::from(answer.before.is_some()),
            r.created_day
        ]);
        let history: Vec<_> = answers
            .into_iter()
            .flat_map(|(r, answer)| {
                let values = answer.before.iter().chain([&answer.value]);
                (1_i64..).zip(values).map(move |(version, value)| (r, &answer.field, version, value))
            })
            .collect();
        insert!(
            conn,
            "INSERT INTO answer_history (response_id, field, version, value, changed_day) ",
            history,
            |(r, field, version, value)| [r.id.uuid(), *field, *version, *value, r.created_day]
        );
        Ok(())
    }
}

/// Every text that somebody may have typed.
fn texts(bulk: &Bulk) -> impl Iterator<Item = &str> {
    let named = bulk.organisations.iter().map(|o| &o.name).chain(bulk.units.iter().map(|u| &u.name));
    let named = named.chain(bulk.accounts.iter().map(|a| &a.name)).chain(bulk.teams.iter().map(|t| &t.name));
    let rounds = bulk.rounds.iter().flat_map(|r| [&r.name, &r.subject, &r.instrument_id, &r.instrument_version]);
    let answers = bulk.responses.iter().flat_map(|r| r.answers.iter());
    let answers = answers.flat_map(|answer| [&answer.field, &answer.value].into_iter().chain(&answer.before));
    let labels = bulk.responses.iter().map(|r| &r.label);
    named.chain(rounds).chain(labels).chain(answers).map(String::as_str)
}

impl BulkRound {
    fn closed_at(&self) -> Option<i64> {
        matches!(self.state, RoundState::Closed | RoundState::Published).then_some(self.closes_at)
    }
}

/// What has happened to a round, with its number.
fn events(round: &BulkRound) -> impl Iterator<Item = (&BulkRound, i64, &'static str, i64)> {
    let opened = (round.state != RoundState::Draft).then_some(("opened", round.opens_at));
    let closed = round.closed_at().map(|at| ("closed", at));
    let published = (round.state == RoundState::Published).then_some(("published", round.closes_at));
    let all = [Some(("made", round.created_at)), opened, closed, published].into_iter().flatten();
    (1..).zip(all).map(move |(number, (event, at))| (round, number, event, at))
}

impl BulkResponse {
    fn state(&self) -> ResponseState {
        if self.submitted_day.is_some() { ResponseState::Submitted } else { ResponseState::Open }
    }
}
