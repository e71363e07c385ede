//! Pages of a large organisation, asked for by its owner one after another, against what a page may take.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use domain::ids::SessionId;
use domain::links::{SESSION_BYTES, SessionSecret};
use store::{PasswordHash, StartSession};
use usecases::demo::{Filled, Seeded, Size, seed};
use usecases::{App, Clock as _, SystemClock};
use uuid::Uuid;

use crate::client::Client;
use crate::figures::Figures;
use crate::served::{app, folder, request, serve};
use crate::statements::{self, count};
use crate::{Machine, ROUNDS};

/// What is to be there.
const SIZE: Size = Size { people: 5_000, teams: 600, rounds: 2_000, respondents: 4 };
/// Milliseconds that the server may take for a page.
const LIMIT: f64 = 10.0;
/// For how long a page is asked for in a round.
const TIME: Duration = Duration::from_millis(300);

/// What the database is filled with, and the cookie of its owner.
pub async fn filled(app: &App, store: &store::Store, size: Size) -> (Seeded, String) {
    let hash = PasswordHash("$no$password$fits".to_owned());
    let Filled::Fresh(seeded) = seed(app, size, &hash).await.unwrap() else { unreachable!("the folder is new") };
    let secret = SessionSecret::from_random([7; SESSION_BYTES]);
    let session = StartSession {
        key: secret.key(),
        id: SessionId::new(Uuid::from_u128(7)),
        account_id: seeded.owner,
        address: "127.0.0.0/24".to_owned(),
        agent: "The measurement".to_owned(),
        at: SystemClock.now(),
    };
    store.execute(session).await.unwrap();
    (seeded, format!("Cookie: plumbline={}\r\n", secret.token()))
}

pub fn measure(machine: &Machine) {
    let folder = folder();
    let (address, seeded, cookie) = machine.serving.block_on(async {
        let (app, store) = app(&folder).await;
        let began = Instant::now();
        let (seeded, cookie) = filled(&app, &store, SIZE).await;
        println!("\n{SIZE:?}: {:.1} s to fill", began.elapsed().as_secs_f64());
        (serve(app), seeded, cookie)
    });
    statements::listen();
    let team = format!("/teams/{}", seeded.team);
    let round = machine.loading.block_on(round_of(address, &request("GET", &team, &cookie, "")));
    let results = format!("{round}/results");
    let pages = [
        ("/dashboard", "/dashboard"),
        ("/search?q=fraud", "/search?q=fraud"),
        ("/search?q=ilse", "/search?q=ilse"),
        ("/teams", "/teams"),
        ("/teams?page=9", "/teams?page=9"),
        ("/teams/{id}", &team),
        ("/rounds/{id}", &round),
        ("/rounds/{id}/results", &results),
        ("/rounds/new", "/rounds/new"),
        ("/admin/people", "/admin/people"),
        ("/admin/units", "/admin/units"),
        ("/admin/audit", "/admin/audit"),
        ("/account/data", "/account/data"),
    ];
    for (name, path) in pages {
        let asked = request("GET", path, &cookie, "");
        machine.loading.block_on(async {
            let mut client = Client::connect(address).await;
            // Once to warm up: statements are prepared then.
            let status = client.exchange(&asked).await.status;
            if status != 200 {
                let why = if status == 404 { "missing (404)".to_owned() } else { format!("answered {status}") };
                println!("{name:<62}{why:>18}");
                return;
            }
            let statements = count(async {
                client.exchange(&asked).await;
            })
            .await;
            let mut figures = Figures::default();
            for _ in 0..ROUNDS {
                figures.add(median(&mut client, &asked).await, LIMIT);
            }
            figures.print(&format!("ms, {name}, {statements} statements; limit: as agreed"), 2);
        });
    }
}

/// The address of the first round that a team's page leads to.
async fn round_of(address: SocketAddr, team_page: &[u8]) -> String {
    let mut client = Client::connect(address).await;
    let body = String::from_utf8(client.exchange(team_page).await.whole_body()).unwrap();
    let mut links = body.split('"').filter(|part| part.starts_with("/rounds/") && !part.contains("new"));
    links.next().unwrap().to_owned()
}

/// The time in milliseconds in which half of the answers come, one at a time over one connection.
async fn median(client: &mut Client, request: &[u8]) -> f64 {
    let mut took = Vec::new();
    let began = Instant::now();
    while began.elapsed() < TIME || took.len() < 5 {
        let asked = Instant::now();
        assert_eq!(client.exchange(request).await.status, 200);
        took.push(asked.elapsed());
    }
    took.sort_unstable();
    took[took.len() / 2].as_secs_f64() * 1_000.0
}
