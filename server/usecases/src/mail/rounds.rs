//! Letters about a round: somebody's personal link, and reminders.

use domain::ids::{AccountId, InvitationId, RoundId};
use domain::links::RespondentSecret;
use domain::round::RoundState;
use store::{ReplaceInvitation, Round, Standing};

use super::{Mail, NotSent, Words};
use crate::{App, Error};

/// What a personal link comes with.
fn personal_link(round: &Round) -> Words {
    let (name, team) = (&round.name, &round.team_name);
    Words {
        subject: format!("You are asked to answer: {team}, {name}"),
        before: vec![
            format!("You are asked to answer for {team} in {name}: how models are built, released and looked after there."),
            "It takes 15 to 20 minutes, and you can stop and go on at any time. Before the first question you are told who sees what.".to_owned(),
        ],
        button: "Open your own link",
        after: "The link is yours alone, and leads back to your answers; you can change them until the round is closed. Keep it, and do not pass it on. If you did not expect it, do nothing.",
    }
}

/// What reminds somebody who has not begun, with the link that it brings. In a confidential round that is never one to
/// an answer, since nobody knows which is whose.
pub(crate) fn reminder(round: &Round, address: &str) -> Reminder {
    let (name, team) = (&round.name, &round.team_name);
    let confidential = round.mode.k().is_some();
    let how = if confidential {
        "Open your own link if you were sent one, or sign in and begin there. If you have begun already, go back by the way you came: nobody can look up whose answers are whose, so this message cannot bring you to yours."
    } else {
        "Open your own link if you were sent one, or sign in and begin there."
    };
    let words = Words {
        subject: format!("Still open: {name} of {team}"),
        before: vec![
            format!(
                "{name} of {team} waits for your answers. It takes 15 to 20 minutes, and you can stop and go on at any time."
            ),
            how.to_owned(),
        ],
        button: "The round",
        after: "If you have answered in another way meanwhile, do nothing.",
    };
    Reminder { words, link: format!("{address}/rounds/{}", round.id) }
}

/// A reminder before it is sent to anybody.
pub(crate) struct Reminder {
    words: Words,
    link: String,
}

impl Reminder {
    /// The text without a greeting, for who sends it on by hand.
    pub fn text(&self) -> String {
        self.words.body(Some(&self.link)).join("\n").trim().to_owned()
    }

    fn mail(self, to: &str, name: &str) -> Mail {
        self.words.mail(to, name, Some(&self.link))
    }
}

/// Gives an invitation that nobody has used a new link and mails it. Tried again, the last mail's link works.
pub(crate) async fn deliver_link(app: &App, round: RoundId, invitation: InvitationId) -> Result<(), Error> {
    let Some(office) = &app.office else { return Err(Error::Broken("no mail is set up".to_owned())) };
    let mut snapshot = app.store.snapshot().await?;
    let Some(round) = snapshot.round(round).await? else { return Ok(()) };
    let all = snapshot.invitations_of_round(round.id).await?;
    drop(snapshot);
    let Some(invitation) = all.into_iter().find(|one| one.id == invitation && !one.email.is_empty()) else {
        return Ok(());
    };
    let secret = RespondentSecret::from_random(app.mint().secret());
    let command = ReplaceInvitation { round_id: round.id, id: invitation.id, key: secret.invitation_key() };
    // Used, withdrawn or closed meanwhile: no letter makes sense any more.
    if !app.store.execute(command).await? {
        return Ok(());
    }
    let link = format!("{}/join/{}", office.address, secret.token());
    let mail = personal_link(&round).mail(&invitation.email, &invitation.name, Some(&link));
    office.post.send(&mail).await.map_err(|NotSent(why)| Error::Broken(format!("mail: {why}")))
}

/// Reminds a member, unless they have begun by now.
pub(crate) async fn deliver_reminder(app: &App, round: RoundId, account: AccountId) -> Result<(), Error> {
    let Some(office) = &app.office else { return Err(Error::Broken("no mail is set up".to_owned())) };
    let mut snapshot = app.store.snapshot().await?;
    let Some(round) = snapshot.round(round).await? else { return Ok(()) };
    let members = snapshot.members_of_round(round.id).await?;
    let waits = members.iter().any(|member| member.account_id == account && member.standing == Standing::NotBegun);
    let account = snapshot.account_by_id(account).await?;
    drop(snapshot);
    let Some(account) = account.filter(|_| waits && round.state == RoundState::Open) else { return Ok(()) };
    let mail = reminder(&round, &office.address).mail(&account.email, &account.name);
    office.post.send(&mail).await.map_err(|NotSent(why)| Error::Broken(format!("mail: {why}")))
}
