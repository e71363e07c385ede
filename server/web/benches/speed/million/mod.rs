//! Whether pages stay as quick with a million responses as with a thousand. What a page shows is the same at both sizes;
//! only what lies around it grows.
//!
//! It takes five minutes and 3 GB of the disk, so it runs only where its name is given.

mod fill;

use std::net::SocketAddr;
use std::path::Path;
use std::time::{Duration, Instant};

use domain::demo::Chance;
use domain::ids::RoundId;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, Row as _};
use store::Store;
use usecases::App;
use usecases::demo::{Seeded, Size};

use self::fill::Place;
use crate::Machine;
use crate::client::Client;
use crate::large::filled;
use crate::load::Load;
use crate::served::{app, folder, request, serve};
use crate::statements::{self, count};

/// What rounds hang on.
const FRAME: Size = Size { people: 500, teams: 500, rounds: 0, respondents: 0 };
/// The rounds of the first size: the first is answered by 500 people, the others by ten each.
const FIRST: usize = 51;
/// The rounds of the last size. 8 to 500 people answer each.
const LAST: usize = 4_040;
/// Different addresses of a kind, asked for in turns, so that none is quick for having been asked for just before.
const IN_TURNS: usize = 48;
/// For how long pages of a kind are asked for.
const TIME: Duration = Duration::from_secs(4);
/// Milliseconds that the server may take for a page.
const LIMIT: f64 = 10.0;

/// How many people answer a round.
fn people(number: usize) -> usize {
    match number {
        0 => 500,
        1..FIRST => 10,
        _ => 8 + Chance::at(&[number as u64]).below(493) as usize,
    }
}

/// Pages of a kind: the words for them, and their addresses.
type Kind = (&'static str, Vec<String>);

/// What is measured, of these rounds.
fn kinds(rounds: &[RoundId]) -> Vec<Kind> {
    let step = rounds.len() / IN_TURNS;
    let some = |count: usize| -> Vec<Vec<RoundId>> {
        let of = |at: usize| (0..count).map(|next| rounds[(at * step + next * 5 * step) % rounds.len()]).collect();
        (0..IN_TURNS).map(of).collect()
    };
    let compared = |count: usize| {
        let ids = |of: Vec<RoundId>| of.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
        some(count).into_iter().map(|of| format!("/compare?rounds={}", ids(of))).collect()
    };
    let each = |end: &str| some(1).into_iter().map(|of| format!("/rounds/{}{end}", of[0])).collect();
    vec![
        ("/rounds/{id}", each("")),
        ("/rounds/{id}/results", each("/results")),
        ("/compare, 2 rounds", compared(2)),
        ("/compare, 8 rounds", compared(8)),
        ("/teams/overview, by maturity index", vec!["/teams/overview?sort=index&order=down".to_owned()]),
        ("/teams/overview, by unit", vec!["/teams/overview".to_owned()]),
        ("/dashboard", vec!["/dashboard".to_owned()]),
    ]
}

/// How long pages of a kind took, and the statements of one.
struct Taken {
    load: Load,
    statements: usize,
}

async fn asked(address: SocketAddr, cookie: &str, (what, paths): &Kind) -> Taken {
    let mut client = Client::connect(address).await;
    let requests: Vec<_> = paths.iter().map(|path| request("GET", path, cookie, "")).collect();
    // Once to warm up: statements are prepared then.
    for request in &requests {
        assert_eq!(client.exchange(request).await.status, 200, "{what}");
    }
    let statements = count(async {
        client.exchange(&requests[0]).await;
    })
    .await;
    let (began, mut took) = (Instant::now(), Vec::new());
    for request in requests.iter().cycle() {
        let asked = Instant::now();
        assert_eq!(client.exchange(request).await.status, 200, "{what}");
        took.push(asked.elapsed());
        if began.elapsed() > TIME {
            break;
        }
    }
    Taken { load: Load::new(began.elapsed(), took), statements }
}

/// The use cases, the server and its owner.
struct Served {
    app: App,
    store: Store,
    address: SocketAddr,
    seeded: Seeded,
    cookie: String,
}

impl Served {
    async fn on(folder: &tempfile::TempDir) -> Self {
        let (app, store) = app(folder).await;
        let (seeded, cookie) = filled(&app, &store, FRAME).await;
        let address = serve(app.clone());
        Self { app, store, address, seeded, cookie }
    }

    /// Lets the page of all teams publish what is closed, some at a look, as it does in earnest.
    async fn publish(&self) {
        let mut client = Client::connect(self.address).await;
        let look = request("GET", "/teams/overview", &self.cookie, "");
        let instrument = self.app.instrument();
        let version = (instrument.id.as_str(), instrument.version.as_str());
        loop {
            assert_eq!(client.exchange(&look).await.status, 200);
            let mut snapshot = self.store.snapshot().await.unwrap();
            if snapshot.unpublished_rounds(self.seeded.organisation, version, 1).await.unwrap().1 == 0 {
                return;
            }
        }
    }
}

/// Says what the database holds; the number of responses.
async fn held(folder: &Path) -> i64 {
    let file = folder.join("bench.db");
    let mut connection = SqliteConnectOptions::new().filename(&file).read_only(true).connect().await.unwrap();
    let counts = "SELECT (SELECT count(*) FROM round), (SELECT count(*) FROM publication),
        (SELECT count(*) FROM response), (SELECT count(*) FROM answer), (SELECT count(*) FROM answer_history)";
    let row = sqlx::query(counts).fetch_one(&mut connection).await.unwrap();
    let [rounds, publications, responses, answers, history]: [i64; 5] = std::array::from_fn(|at| row.get(at));
    let size = std::fs::metadata(&file).unwrap().len() / 1_000_000;
    println!("    {responses} responses to {rounds} closed rounds, {publications} of them published;");
    println!("    {answers} answers and {history} versions of them; {size} MB");
    responses
}

pub fn measure(machine: &Machine) {
    let folder = folder();
    let served = machine.serving.block_on(Served::on(&folder));
    let place = machine.serving.block_on(Place::of(served.app.clone(), served.store.clone(), served.seeded));
    statements::listen();
    let mut rounds = Vec::new();
    let mut sizes: Vec<(i64, Vec<Taken>)> = Vec::new();
    for numbers in [0..FIRST, FIRST..LAST] {
        let began = Instant::now();
        let whole = numbers.start == 0;
        rounds.extend(machine.loading.block_on(place.fill(numbers, people, whole)));
        let filled = began.elapsed().as_secs_f64();
        machine.loading.block_on(served.publish());
        println!("\n{filled:.0} s to fill, {:.0} s to publish:", began.elapsed().as_secs_f64() - filled);
        let responses = machine.loading.block_on(held(folder.path()));
        let ask = |kind: &Kind| machine.loading.block_on(asked(served.address, &served.cookie, kind));
        let taken = kinds(&rounds).iter().map(ask).collect();
        sizes.push((responses, taken));
    }
    print(&kinds(&rounds), &sizes);
}

fn print(kinds: &[Kind], sizes: &[(i64, Vec<Taken>)]) {
    let [(few, first), (many, last)] = sizes else { unreachable!("two sizes") };
    println!("\nms of the server, half of all and 99 of 100; limit: {LIMIT}");
    println!("{:<40}{:>10}{few:>12} responses{many:>14} responses{:>8}", "", "statements", "ratio");
    for (((what, _), first), last) in kinds.iter().zip(first).zip(last) {
        assert_eq!(first.statements, last.statements, "{what}");
        let [a, b, c, d] = [(first, 50), (first, 99), (last, 50), (last, 99)].map(|(of, at)| of.load.percentile(at));
        println!("{what:<40}{:>10}{a:>14.2}{b:>8.2}{c:>16.2}{d:>8.2}{:>8.2}", last.statements, c / a);
    }
}
