//! Closed rounds with very many answers, straight into the tables.

use std::ops::Range;

use domain::demo::{Chance, Outlook, answers};
use domain::ids::{AccountId, OrganisationId, ResponseId, RoundId, TeamId};
use domain::instrument::JobRole;
use domain::links::{JoinSecret, RespondentSecret};
use domain::round::{Mode, RoundState};
use store::{Bulk, BulkAnswer, BulkResponse, BulkRound, Order, Overview, Part, Store, View};
use usecases::demo::Seeded;
use usecases::{App, Clock as _, SystemClock};
use uuid::{Builder, Uuid};

/// Microseconds of a day.
const DAY: i64 = 86_400_000_000;
/// Responses that are made in memory before they are written.
const AT_ONCE: usize = 25_000;

/// Where rounds are put.
pub struct Place {
    app: App,
    store: Store,
    organisation: OrganisationId,
    owner: AccountId,
    teams: Vec<TeamId>,
}

/// A round to make.
#[derive(Clone, Copy)]
struct Plan {
    id: RoundId,
    number: usize,
    people: usize,
    /// Who answers everything, and who two fifths of the questionnaire.
    whole: bool,
}

impl Place {
    /// The teams of an organisation that has no rounds yet, in the order in which the page of all teams begins: the first
    /// fifty rounds fill its first page.
    pub async fn of(app: App, store: Store, seeded: Seeded) -> Self {
        let Seeded { organisation, owner, .. } = seeded;
        let wanted = Overview {
            view: View { organisation_id: organisation, account_id: owner, everything: true },
            unit: None,
            since: 0,
            order: Order::Unit,
            descending: false,
            figures: Vec::new(),
            part: Part { offset: 0, limit: i64::MAX },
        };
        let (teams, _) = store.snapshot().await.unwrap().overview(&wanted).await.unwrap();
        Self { app, store, organisation, owner, teams: teams.iter().map(|team| team.id).collect() }
    }

    /// Closes a round of each of these sizes, with a number that goes on from those before; the ids.
    ///
    /// Responses are written in the order of their ids, which are random. That is how the tables keep them, whatever
    /// the order they came in: those of a round lie scattered among all.
    pub async fn fill(&self, numbers: Range<usize>, people: impl Fn(usize) -> usize, whole: bool) -> Vec<RoundId> {
        let plans: Vec<Plan> = numbers
            .map(|number| {
                let id = RoundId::new(Uuid::from_u128(0x0193_0000_0000_7000_8000_0000_0000_0000 + number as u128));
                Plan { id, number, people: people(number), whole }
            })
            .collect();
        let rounds = plans.iter().map(|plan| self.round(plan)).collect();
        self.load(&Bulk { rounds, ..Bulk::default() }).await;
        let mut all: Vec<(Uuid, usize, usize)> = Vec::new();
        for (at, plan) in plans.iter().enumerate() {
            let mut chance = Chance::at(&[1, plan.number as u64]);
            all.extend((0..plan.people).map(|person| {
                let bits = u128::from(chance.draw()) << 64 | u128::from(chance.draw());
                (Builder::from_random_bytes(bits.to_be_bytes()).into_uuid(), at, person)
            }));
        }
        all.sort_unstable();
        for some in all.chunks(AT_ONCE) {
            let responses = some.iter().map(|(id, at, person)| self.response(*id, &plans[*at], *person)).collect();
            self.load(&Bulk { responses, ..Bulk::default() }).await;
        }
        plans.iter().map(|plan| plan.id).collect()
    }

    async fn load(&self, bulk: &Bulk) {
        let mut tx = self.store.begin().await.unwrap();
        tx.load(bulk).await.unwrap();
        tx.save().await.unwrap();
    }

    fn round(&self, plan: &Plan) -> BulkRound {
        let instrument = self.app.instrument();
        let mut chance = Chance::at(&[2, plan.number as u64]);
        let made = SystemClock.now() - 2_000 * DAY + days(plan.number) / 4;
        BulkRound {
            id: plan.id,
            organisation_id: self.organisation,
            team_id: self.teams[plan.number % self.teams.len()],
            name: format!("Round {}", plan.number + 1),
            subject: String::new(),
            mode: Mode::Named,
            state: RoundState::Closed,
            instrument_id: instrument.id.clone(),
            instrument_version: instrument.version.clone(),
            join: JoinSecret::from_random(secret(&mut chance)),
            made_by: self.owner,
            created_at: made,
            opens_at: made,
            closes_at: made + 14 * DAY,
        }
    }

    fn response(&self, id: Uuid, plan: &Plan, person: usize) -> BulkResponse {
        let (number, place) = (plan.number as u64, person as u64);
        let mut chance = Chance::at(&[3, number, place]);
        let outlook = Outlook {
            stage: 160 + Chance::at(&[number]).below(280).cast_signed(),
            divide: 0,
            apart: &[],
            team: number,
            round: number,
            person: place,
        };
        let role = JobRole::ALL[person % JobRole::ALL.len()];
        let given = answers(self.app.instrument(), &[role], &outlook).unwrap();
        // Questions come in threes: who answers a part takes whole constructs, others than the next person.
        let kept = given.into_iter().enumerate().filter(|(at, _)| plan.whole || (at / 3 + person) % 5 < 2);
        let kept = kept.map(|(_, one)| BulkAnswer { field: one.field, value: one.value, before: None });
        let about = BulkAnswer { field: "job_role".to_owned(), value: role.id().to_owned(), before: None };
        let answered = SystemClock.now() / DAY * DAY - 2_000 * DAY + days(plan.number / 4);
        BulkResponse {
            id: ResponseId::new(id),
            round_id: plan.id,
            key: RespondentSecret::from_random(secret(&mut chance)).response_key(),
            label: String::new(),
            account_id: None,
            created_day: answered,
            submitted_day: Some(answered),
            answers: kept.chain([about]).collect(),
        }
    }
}

/// So many days, in microseconds.
fn days(number: usize) -> i64 {
    i64::try_from(number).unwrap() * DAY
}

/// Bytes of a link's secret.
fn secret(chance: &mut Chance) -> [u8; 20] {
    let mut bytes = [0; 20];
    for some in bytes.chunks_mut(8) {
        some.copy_from_slice(&chance.draw().to_be_bytes()[..some.len()]);
    }
    bytes
}
