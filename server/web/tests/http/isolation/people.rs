//! Two organisations with everything in them, and who asks.

use axum::http::Method;
use domain::ids::{AccountId, ActionId, OrganisationId, ReportLinkId, RoundId, TeamId, UnitId};
use domain::links::{ManageSecret, OneTimeSecret, ReportSecret, RespondentSecret, VoteSecret};
use domain::plan::{Action, Linked, Note, Owner, Status, Target, Title};
use domain::rights::Right;
use domain::round::Mode;
use store::{AddAction, AddUnit, JoinRound, MakeLink, MakeReportLink, Purpose, ReportLinked, StartMeeting, StartRound};

use super::rows::{Needs, PERSON, ROUND, Row};
use crate::helpers::{Answer, Browser, TestApp};
use crate::published::closed;

/// Longer than a session may lie idle, in microseconds.
const AWAY: i64 = 61 * 60_000_000;

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Person {
    /// Nobody that is known.
    Anonymous,
    /// Somebody whose cookie is the token of a respondent's link.
    Respondent,
    /// An owner whose session has run out.
    Expired,
    /// Belongs to the own team.
    Member,
    /// Leads the own team.
    Lead,
    /// Sees results.
    Viewer,
    /// Runs the organisation, and belongs to the own team.
    Owner,
    /// Runs the other organisation.
    ForeignOwner,
}

impl Person {
    /// Those who are refused most come first, since they leave the world as it is.
    pub const ALL: [Self; 8] = [
        Self::Anonymous,
        Self::Respondent,
        Self::Expired,
        Self::Member,
        Self::Lead,
        Self::Viewer,
        Self::Owner,
        Self::ForeignOwner,
    ];
}

/// Whose thing is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The team that member, lead and owner belong to.
    Own,
    /// Another team of the same organisation.
    Sibling,
    /// A team of another organisation.
    Foreign,
}

impl Place {
    /// A word that stands in names of this place only.
    pub const fn secret(self) -> &'static str {
        match self {
            Self::Own => "Ownword",
            Self::Sibling => "Siblingword",
            Self::Foreign => "Foreignword",
        }
    }
}

/// A team with a round in it.
struct Thing {
    team: TeamId,
    round: RoundId,
    manage: ManageSecret,
    respondent: RespondentSecret,
    /// A round with one answer for the team, and the link of its meeting.
    meeting: (RoundId, VoteSecret),
    /// An action of the team's plan.
    action: ActionId,
}

/// Everything.
pub struct World {
    app: TestApp,
    people: [Browser; 8],
    things: [Thing; 3],
    check: String,
    invitation: String,
    reset: String,
    /// A unit of each organisation.
    units: [UnitId; 2],
    /// The token of the manage link of a round that belongs to nobody.
    free: String,
    /// The token of a link to the result of a closed round of the own team.
    sent: String,
}

impl World {
    pub async fn new() -> Self {
        let app = TestApp::new().await;
        let ours = app.organisation("Ours").await;
        let theirs = app.organisation("Theirs").await;
        let expired = app.account(ours, "Eva Expired", Right::Owner).await;
        app.wait(AWAY);
        let member = app.account(ours, "Mara Member", Right::Member).await;
        let lead = app.account(ours, "Lena Lead", Right::Lead).await;
        let viewer = app.account(ours, "Vera Viewer", Right::Viewer).await;
        let owner = app.account(ours, "Olga Owner", Right::Owner).await;
        let foreign = app.account(theirs, "Fiona Owner", Right::Owner).await;
        let own = thing(&app, ours, Place::Own, 1, &[&member, &lead, &owner]).await;
        let things =
            [own, thing(&app, ours, Place::Sibling, 2, &[]).await, thing(&app, theirs, Place::Foreign, 3, &[]).await];
        let anonymous = Browser { cookie: String::new(), ..owner.clone() };
        let respondent = Browser { cookie: format!("plumbline={}", things[0].respondent.token()), ..owner.clone() };
        let check = app.post("/check", &[("TE1-1", "3")]).await;
        let check = check.leads_to().rsplit('/').next().unwrap().to_owned();
        let link = async |purpose, number| {
            let secret = OneTimeSecret::from_random([number; 20]);
            let (key, account) = (secret.key(), Some(member.account));
            app.store.execute(MakeLink { key, purpose, account, expires: i64::MAX, at: 0 }).await.unwrap();
            secret.token()
        };
        let (invitation, reset) = (link(Purpose::Invitation, 200).await, link(Purpose::Reset, 201).await);
        let units = [(ours, 1), (theirs, 2)].map(|(organisation_id, number)| {
            let id = UnitId::new(uuid::Uuid::from_u128(0x0193_0000_0000_7000_8000_0000_0000_ee00 + number));
            AddUnit { id, organisation_id, parent: None, name: format!("Unit {number}"), at: 0 }
        });
        for unit in &units {
            app.store.execute(unit.clone()).await.unwrap();
        }
        let units = units.map(|unit| unit.id);
        let free = app.round().await.0.rsplit('/').next().unwrap().to_owned();
        let sent = sent(&app, (ours, things[0].team), owner.account).await;
        Self {
            sent,
            free,
            units,
            invitation,
            reset,
            app,
            people: [anonymous, respondent, expired, member, lead, viewer, owner, foreign],
            things,
            check,
        }
    }

    /// Asks for an entry as this person, of this place.
    pub async fn ask(&self, row: &Row, person: Person, place: Place) -> Answer {
        let at = Person::ALL.iter().position(|other| *other == person).unwrap();
        let path = self.address(row, place);
        // A person of whose organisation it is: that of another one is not there, whatever the team.
        let person = self.people[if place == Place::Foreign { 7 } else { 3 }].account.to_string();
        let round = self.things[place as usize].round.to_string();
        let fill = |(name, value): &(&'static str, &'static str)| {
            let value = match *value {
                PERSON => person.clone(),
                ROUND => round.clone(),
                value => value.to_owned(),
            };
            (*name, value)
        };
        let fields: Vec<_> = row.fields.iter().map(fill).collect();
        if row.method == Method::GET {
            let mut query = url::form_urlencoded::Serializer::new(String::new());
            let query = query.extend_pairs(fields).finish();
            let path = if query.is_empty() { path } else { format!("{path}?{query}") };
            self.app.get_as(&self.people[at], &path).await
        } else {
            let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            self.app.post_as(&self.people[at], &path, &fields).await
        }
    }

    fn address(&self, row: &Row, place: Place) -> String {
        let Thing { team, round, meeting, action, .. } = &self.things[place as usize];
        let id = match row.needs {
            Needs::Team(_) => team.to_string(),
            Needs::Round(_) if row.path.contains("/meeting") => meeting.0.to_string(),
            Needs::Round(_) => round.to_string(),
            Needs::Unit => self.units[usize::from(place == Place::Foreign)].to_string(),
            Needs::Person if place == Place::Foreign => self.people[7].account.to_string(),
            _ => self.people[3].account.to_string(),
        };
        let own = &self.things[0];
        let tokens = match row.path.split('/').nth(1) {
            Some("check") => [self.check.clone(), own.manage.token()],
            Some("join") => [own.manage.join_secret().token(), own.manage.token()],
            Some("invitation") => [self.invitation.clone(), self.reset.clone()],
            Some("reset") => [self.reset.clone(), self.invitation.clone()],
            Some("respond") => [own.respondent.token(), own.manage.join_secret().token()],
            Some("report") => [self.sent.clone(), own.manage.token()],
            Some("vote") => [own.meeting.1.token(), own.manage.join_secret().token()],
            // A sibling is a round that belongs to an organisation already.
            _ if row.needs == Needs::LinkAndTeam => [self.free.clone(), own.manage.token()],
            _ => [own.manage.token(), own.respondent.token()],
        };
        let token = match place {
            Place::Own => tokens[0].clone(),
            // The link of another kind, and one that was never given out.
            Place::Sibling => tokens[1].clone(),
            Place::Foreign => "0".repeat(tokens[0].len()),
        };
        row.path.replace("{id}", &id).replace("{token}", &token).replace("{action}", &action.to_string())
    }
}

/// The token of a link to the result of a closed round of this team.
async fn sent(app: &TestApp, home: (OrganisationId, TeamId), made_by: AccountId) -> String {
    let round_id = closed(app, home, 900, Mode::Named, &["3"; 3]).await;
    let secret = ReportSecret::from_random([60; 20]);
    let id = ReportLinkId::new(uuid::Uuid::from_u128(0x0193_0000_0000_7000_8000_0000_0003_ff00));
    let make = MakeReportLink { id, round_id, key: secret.key(), made_by, at: app.app.now(), expires_at: i64::MAX };
    assert_eq!(app.store.execute(make).await.unwrap(), ReportLinked::Made);
    secret.token()
}

async fn thing(app: &TestApp, organisation: OrganisationId, place: Place, number: u8, members: &[&Browser]) -> Thing {
    let team = app.team(organisation, &format!("{} team", place.secret()), members).await;
    let manage = ManageSecret::from_random([number; 20]);
    let respondent = RespondentSecret::from_random([100 + number; 20]);
    let round = RoundId::new(uuid::Uuid::from_u128(0x0193_0000_0000_7000_8000_0000_0000_ff00 + u128::from(number)));
    let instrument = app.app.instrument();
    let start = StartRound {
        organisation_id: organisation,
        team_id: team,
        team_name: String::new(),
        round_id: round,
        round_name: format!("{} round", place.secret()),
        subject: String::new(),
        mode: Mode::Named,
        instrument_id: instrument.id.clone(),
        instrument_version: instrument.version.clone(),
        manage_key: manage.key(),
        join_key: manage.join_secret().key(),
        at: app.app.now(),
    };
    app.store.execute(start).await.unwrap();
    let join = JoinRound {
        join_key: manage.join_secret().key(),
        invitation_key: respondent.invitation_key(),
        response_id: domain::ids::ResponseId::new(uuid::Uuid::from_u128(0xff00 + u128::from(number))),
        response_key: respondent.response_key(),
        label: format!("{} person", place.secret()),
        day: 0,
    };
    app.store.execute(join).await.unwrap();
    let meeting = meeting(app, organisation, team, place, number).await;
    let action = action(app, organisation, team, place, number).await;
    Thing { team, round, manage, respondent, meeting, action }
}

/// An action of the team's plan.
async fn action(app: &TestApp, organisation_id: OrganisationId, team_id: TeamId, place: Place, number: u8) -> ActionId {
    let id = ActionId::new(uuid::Uuid::from_u128(0x0193_0000_0000_7000_8000_0000_0002_ff00 + u128::from(number)));
    let action = Action {
        title: Title::parse("title", &format!("{} action", place.secret())).unwrap(),
        linked: Linked::new(app.app.instrument(), "TE4", &[]).unwrap(),
        owner: Owner::Nobody,
        due: None,
        status: Status::ToDo,
        target: Target::usual(app.app.instrument()),
        note: Note::default(),
    };
    let add = AddAction { id, organisation_id, team_id, round_id: None, action, at: app.app.now() };
    assert!(app.store.execute(add).await.unwrap());
    id
}

/// A round with one answer for the team, and a meeting in it.
async fn meeting(
    app: &TestApp,
    organisation: OrganisationId,
    team: TeamId,
    place: Place,
    number: u8,
) -> (RoundId, VoteSecret) {
    let round_id = RoundId::new(uuid::Uuid::from_u128(0x0193_0000_0000_7000_8000_0000_0001_ff00 + u128::from(number)));
    let manage = ManageSecret::from_random([50 + number; 20]);
    let instrument = app.app.instrument();
    let start = StartRound {
        organisation_id: organisation,
        team_id: team,
        team_name: String::new(),
        round_id,
        round_name: format!("{} meeting", place.secret()),
        subject: String::new(),
        mode: Mode::OneAnswer,
        instrument_id: instrument.id.clone(),
        instrument_version: instrument.version.clone(),
        manage_key: manage.key(),
        join_key: manage.join_secret().key(),
        at: app.app.now(),
    };
    app.store.execute(start).await.unwrap();
    let vote = VoteSecret::from_random([number; 10]);
    let begin = StartMeeting { round_id, vote: vote.clone(), item: "TE1-1".to_owned(), at: app.app.now() };
    app.store.execute(begin).await.unwrap();
    (round_id, vote)
}
