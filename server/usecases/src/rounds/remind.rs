//! Reminding those who have not begun.

use domain::audit::Deed;
use domain::round::{Mode, RoundState};
use store::{Invitation, Member, NoteDown, Standing};

use crate::accounts::{ManageRounds, RoundAccess};
use crate::jobs::{Job, enqueue};
use crate::{App, Conflict, Error, mail};

/// Who has not begun.
#[derive(Clone, Debug, Default)]
pub struct Waiting {
    /// Members of the team, who can be written to.
    pub members: Vec<Member>,
    /// Those whose personal link was not used. It is kept nowhere, so no mail can bring it again.
    pub invited: Vec<Invitation>,
}

impl RoundAccess<ManageRounds> {
    /// Who has not begun. Nobody waits in a round that is not open, nor for the one answer of a team that is begun.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn waiting(&self, app: &App) -> Result<Waiting, Error> {
        let round = self.round();
        if round.state != RoundState::Open {
            return Ok(Waiting::default());
        }
        let mut snapshot = app.store.snapshot().await?;
        if round.mode == Mode::OneAnswer && !snapshot.responses_of_round(round.id).await?.is_empty() {
            return Ok(Waiting::default());
        }
        let mut members = snapshot.members_of_round(round.id).await?;
        members.retain(|member| member.standing == Standing::NotBegun);
        let mut invited = snapshot.invitations_of_round(round.id).await?;
        invited.retain(|invitation| !invitation.used);
        Ok(Waiting { members, invited })
    }

    /// What a reminder says, without a greeting; `address` is where people reach the server.
    #[must_use]
    pub fn reminder(&self, address: &str) -> String {
        mail::reminder(self.round(), address).text()
    }

    /// Sees that a reminder is mailed to each member who has not begun, once a day; to how many one is on its way now.
    /// None where this server sends no mail.
    ///
    /// # Errors
    /// [`Error::Conflict`] unless the round is open.
    pub async fn remind(&self, app: &App) -> Result<usize, Error> {
        if self.round().state != RoundState::Open {
            return Err(Error::Conflict(Conflict::RoundClosed));
        }
        if !app.sends_mail() {
            return Ok(0);
        }
        let mut sent = 0;
        for Member { account_id: account, .. } in self.waiting(app).await?.members {
            let job = Job::Reminder { round: self.round().id, account };
            let key = format!("{}/{}/{account}/{}", job.kind(), self.round().id, app.today());
            sent += usize::from(enqueue(app, job, key).await?);
        }
        if sent > 0 {
            let note = self.note(app, Deed::PeopleReminded, format!("{sent} reminded"));
            app.store.execute(NoteDown(note)).await?;
        }
        Ok(sent)
    }
}
