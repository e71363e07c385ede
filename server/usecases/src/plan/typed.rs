//! What is typed about an action.

use domain::ids::{AccountId, RoundId};
use domain::instrument::Instrument;
use domain::plan::{Action, Day, LinkFault, Linked, Note, Owner, OwnerName, Status, Target, Title};
use store::{Person, PlannedAction};

use crate::accounts::{ManagePlan, TeamAccess};
use crate::moment::{day, day_from};
use crate::{App, Error, FieldError};

/// Members to choose an owner from at most.
const MEMBERS: i64 = 500;

/// What is typed about an action, field by field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActionTyped {
    /// The id of the new action, so that sending the form twice makes one; of one that is there the version changed.
    pub token: String,
    /// The id of the round from whose result it is made; may be empty.
    pub round: String,
    /// What is to be done.
    pub title: String,
    /// The practice's id.
    pub practice: String,
    /// Ids of its items that are meant.
    pub items: Vec<String>,
    /// The account's id of a member who sees to it; may be empty.
    pub owner: String,
    /// The name of somebody else who does; may be empty.
    pub owner_name: String,
    /// The last day, as `2026-11-30`; may be empty.
    pub due: String,
    /// The status's word; empty for not begun.
    pub status: String,
    /// The index to reach.
    pub target: String,
    /// What else is to be known.
    pub note: String,
}

/// What a form lets one choose from.
#[derive(Clone, Debug)]
pub struct Choices {
    /// The team's members.
    pub members: Vec<Person>,
    /// The round from whose result the action is made, with its name.
    pub round: Option<(RoundId, String)>,
}

fn fault(field: &str, message: impl Into<String>) -> FieldError {
    FieldError { field: field.to_owned(), message: message.into() }
}

impl ActionTyped {
    /// An action as its form shows it.
    #[must_use]
    pub fn of(planned: &PlannedAction) -> Self {
        let Action { title, linked, owner, due, status, target, note } = &planned.action;
        Self {
            token: planned.version.to_string(),
            round: planned.round.as_ref().map(|(id, _)| id.to_string()).unwrap_or_default(),
            title: title.as_str().to_owned(),
            practice: linked.practice().to_owned(),
            items: linked.items().to_vec(),
            owner: owner.account().map(|account| account.to_string()).unwrap_or_default(),
            owner_name: owner.name().to_owned(),
            due: due.map(|due| day(due.begins())).unwrap_or_default(),
            status: status.word().to_owned(),
            target: target.get().to_string(),
            note: note.as_str().to_owned(),
        }
    }

    /// Reads all fields, and says of each that cannot be taken why.
    fn read(&self, app: &App, members: &[Person]) -> Result<Action, Vec<FieldError>> {
        let title = Title::parse("title", &self.title);
        let linked = self.linked(app.instrument()).map_err(|why| fault("practice", why.to_string()));
        let owner = self.owner(members);
        let due = match self.due.trim() {
            "" => Ok(None),
            text => day_from(text)
                .map(|start| Some(Day::of(start)))
                .ok_or_else(|| fault("due", "Give the day as year-month-day, such as 2026-11-30, or leave it empty.")),
        };
        let status = match self.status.as_str() {
            "" => Ok(Status::ToDo),
            word => Status::from_word(word).ok_or_else(|| fault("status", "Choose how far it is.")),
        };
        let target = Target::parse("target", &self.target);
        let note = Note::parse("note", &self.note);
        match (title, linked, owner, due, status, target, note) {
            (Ok(title), Ok(linked), Ok(owner), Ok(due), Ok(status), Ok(target), Ok(note)) => {
                Ok(Action { title, linked, owner, due, status, target, note })
            }
            (title, linked, owner, due, status, target, note) => {
                Err([title.err(), linked.err(), target.err(), owner.err(), due.err(), status.err(), note.err()]
                    .into_iter()
                    .flatten()
                    .collect())
            }
        }
    }

    /// The form shows the questions of the practice that is chosen: what was ticked under another one is not meant.
    fn linked(&self, instrument: &Instrument) -> Result<Linked, LinkFault> {
        let chosen = instrument.construct_index(&self.practice);
        let of_another = |id: &str| instrument.item(id).is_some_and(|item| Some(item.construct) != chosen);
        let items: Vec<&str> = self.items.iter().map(String::as_str).filter(|id| !of_another(id)).collect();
        Linked::new(instrument, &self.practice, &items)
    }

    fn owner(&self, members: &[Person]) -> Result<Owner, FieldError> {
        let named = OwnerName::parse("owner_name", &self.owner_name)?;
        match (self.owner.as_str(), named) {
            ("", None) => Ok(Owner::Nobody),
            ("", Some(name)) => Ok(Owner::Named(name)),
            (_, Some(_)) => Err(fault("owner_name", "Choose a member or give a name, not both.")),
            (id, None) => {
                let id: Option<AccountId> = id.parse().ok();
                let member = members.iter().find(|member| Some(member.id) == id);
                let member = member.ok_or_else(|| fault("owner", "They are not in the team any more. Choose another."));
                member.map(|member| Owner::Member(member.id))
            }
        }
    }
}

impl TeamAccess<ManagePlan> {
    /// What a new action's form begins with: from a round's priority if the address names one.
    #[must_use]
    pub fn suggested(&self, app: &App, round: &str, practice: &str) -> ActionTyped {
        let instrument = app.instrument();
        let place = instrument.construct_index(practice);
        let found = instrument.practices.list.iter().find(|one| Some(one.construct) == place);
        ActionTyped {
            token: app.mint().action(app.now()).to_string(),
            round: round.to_owned(),
            title: found.map(|practice| practice.action.clone()).unwrap_or_default(),
            practice: found.map(|one| instrument[one.construct].id.clone()).unwrap_or_default(),
            target: Target::usual(instrument).get().to_string(),
            ..ActionTyped::default()
        }
    }

    /// What its form lets one choose from. A round that is not the team's is none.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn choices(&self, app: &App, round: &str) -> Result<Choices, Error> {
        let (caller, team) = (self.caller(), self.team().id);
        let mut snapshot = app.store.snapshot().await?;
        let members = snapshot.members_of(team, MEMBERS).await?;
        let round = match round.parse() {
            Ok(id) => snapshot.round_of_organisation(caller.organisation(), id, caller.account().id).await?,
            Err(_) => snapshot.telling_round(team).await?.map(|round| (round, true)),
        };
        let round = round.filter(|(round, _)| round.team_id == team).map(|(round, _)| (round.id, round.name));
        Ok(Choices { members, round })
    }

    /// What was typed, read with the team's members at hand.
    pub(super) async fn read(&self, app: &App, typed: &ActionTyped) -> Result<Action, Error> {
        let members = app.store.snapshot().await?.members_of(self.team().id, MEMBERS).await?;
        typed.read(app, &members).map_err(Error::Invalid)
    }
}
