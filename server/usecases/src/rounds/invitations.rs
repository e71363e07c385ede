//! Personal links: for people without an account, or outside the team.

use domain::audit::Deed;
use domain::ids::InvitationId;
use domain::invitees::{Invitee, invitees};
use domain::links::RespondentSecret;
use domain::round::RoundState;
use store::{
    Audited, Invitation, InvitePeople, Inviting, MOST_INVITATIONS, NewInvitation, ReplaceInvitation, WithdrawInvitation,
};

use crate::accounts::{ManageRounds, RoundAccess};
use crate::jobs::{Job, enqueue};
use crate::lists::refused;
use crate::{App, Conflict, Error};

/// A link that was made just now.
#[derive(Clone, Debug)]
pub struct PersonalLink {
    /// The name; may be empty if there is an address.
    pub name: String,
    /// The address; may be empty if there is a name.
    pub email: String,
    /// How it gets there.
    pub handed: Handed,
}

/// How a link gets to whom it is for.
#[derive(Clone, Debug)]
pub enum Handed {
    /// It is shown once, for who made it to hand it on: its secret is kept nowhere.
    Shown(RespondentSecret),
    /// A mail is on its way, with a link that only it holds.
    Mailed,
}

impl RoundAccess<ManageRounds> {
    /// Those who are invited by personal links, by name.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn invitations(&self, app: &App) -> Result<Vec<Invitation>, Error> {
        Ok(app.store.snapshot().await?.invitations_of_round(self.round().id).await?)
    }

    /// What the form holds so that sending it twice invites once.
    #[must_use]
    pub fn form_token(&self, app: &App) -> String {
        RespondentSecret::from_random(app.mint().secret()).token()
    }

    /// Invites whoever stands in `typed`, one line a person. `form` is of [`RoundAccess::form_token`].
    ///
    /// # Errors
    /// [`Error::Invalid`] with a message at `people`; [`Error::Conflict`] unless the round is open.
    pub async fn invite(&self, app: &App, typed: &str, form: &str) -> Result<Vec<PersonalLink>, Error> {
        self.takes_answers()?;
        let people = invitees(typed).map_err(|fault| Error::Invalid(vec![fault]))?;
        let form = RespondentSecret::parse(form).unwrap_or_else(|| RespondentSecret::from_random(app.mint().secret()));
        let new = |person: &Invitee| {
            let who = person.identity();
            NewInvitation {
                id: form.invitation_id(&who),
                key: form.personal(&who).invitation_key(),
                name: person.name.clone(),
                email: person.address().to_owned(),
            }
        };
        let command =
            InvitePeople { round_id: self.round().id, people: people.iter().map(new).collect(), day: app.today() };
        let note = self.note(app, Deed::PeopleInvited, format!("{} invited", people.len()));
        match app.store.execute(Audited { command, note }).await? {
            Inviting::Invited(_) => {}
            Inviting::NotOpen => return Err(Error::Conflict(Conflict::RoundClosed)),
            Inviting::TooMany => {
                return Err(refused("people", &format!("A round has {MOST_INVITATIONS} personal links at most.")));
            }
            Inviting::Known(names) => {
                let names = names.join(", ");
                return Err(refused(
                    "people",
                    &format!("Invited before, and listed below: {names}. Nobody was invited."),
                ));
            }
        }
        let mut links = Vec::new();
        for person in people {
            let who = person.identity();
            let handed =
                self.hand(app, form.invitation_id(&who), form.personal(&who), person.email.is_some(), "").await?;
            links.push(PersonalLink { email: person.address().to_owned(), name: person.name, handed });
        }
        Ok(links)
    }

    /// Makes the link of an invitation anew that nobody has used; the one before leads nowhere from then on.
    ///
    /// # Errors
    /// [`Error::Conflict`] if it was used or withdrawn meanwhile, or the round is not open.
    pub async fn replace_link(&self, app: &App, id: &str) -> Result<PersonalLink, Error> {
        let invitation = self.unused(app, id).await?;
        let secret = RespondentSecret::from_random(app.mint().secret());
        let command = ReplaceInvitation { round_id: self.round().id, id: invitation.id, key: secret.invitation_key() };
        let note = self.note(app, Deed::PeopleInvited, "1 link replaced".to_owned());
        if !app.store.execute(Audited { command, note }).await? {
            return Err(Error::Conflict(Conflict::Stale));
        }
        let handed = self.hand(app, invitation.id, secret, !invitation.email.is_empty(), &app.mint().nonce()).await?;
        Ok(PersonalLink { name: invitation.name, email: invitation.email, handed })
    }

    /// Takes an invitation back that nobody has used.
    ///
    /// # Errors
    /// As [`RoundAccess::replace_link`].
    pub async fn withdraw(&self, app: &App, id: &str) -> Result<(), Error> {
        let command = WithdrawInvitation { round_id: self.round().id, id: self.unused(app, id).await?.id };
        let note = self.note(app, Deed::PeopleInvited, "1 link withdrawn".to_owned());
        let done = app.store.execute(Audited { command, note }).await?;
        if done { Ok(()) } else { Err(Error::Conflict(Conflict::Stale)) }
    }

    fn takes_answers(&self) -> Result<(), Error> {
        let open = self.round().state == RoundState::Open;
        if open { Ok(()) } else { Err(Error::Conflict(Conflict::RoundClosed)) }
    }

    async fn unused(&self, app: &App, id: &str) -> Result<Invitation, Error> {
        self.takes_answers()?;
        let all = self.invitations(app).await?;
        let found = id.parse().ok().and_then(|id: InvitationId| all.into_iter().find(|one| one.id == id && !one.used));
        found.ok_or(Error::Conflict(Conflict::Stale))
    }

    /// Mails a link where that can be done: then the one made here gives way to the mail's own.
    async fn hand(
        &self,
        app: &App,
        invitation: InvitationId,
        secret: RespondentSecret,
        has_address: bool,
        nonce: &str,
    ) -> Result<Handed, Error> {
        if !app.sends_mail() || !has_address {
            return Ok(Handed::Shown(secret));
        }
        let job = Job::PersonalLink { round: self.round().id, invitation };
        enqueue(app, job, format!("{}/{invitation}/{nonce}", job.kind())).await?;
        Ok(Handed::Mailed)
    }
}
