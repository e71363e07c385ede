//! Signing in with a wrong password, to accounts that are there and to addresses that nobody has. Who could tell the two
//! apart by time would know who works here, so the limit of each is the other.

use std::net::SocketAddr;
use std::time::Instant;

use domain::account::{Email, Password};
use domain::ids::{AccountId, OrganisationId};
use domain::rights::Right;
use store::AddAccount;
use usecases::passwords;
use uuid::Uuid;

use crate::client::Client;
use crate::figures::Figures;
use crate::served::{app, folder, request, serve};
use crate::{Machine, ROUNDS};

/// Tries of each kind in a round: together fewer than one address may make at once.
const TRIES: usize = 15;

/// Serves an organisation in which there is an account for every try.
async fn filled(folder: &tempfile::TempDir) -> SocketAddr {
    let (app, store) = app(folder).await;
    let password = Password::parse("seven lamps along the quay").unwrap();
    let hash = passwords::hash(&app, &password).await.unwrap();
    for number in 0..ROUNDS * TRIES {
        let account = AddAccount {
            id: AccountId::new(Uuid::from_u128(number as u128 + 1)),
            organisation_id: OrganisationId::IMPLICIT,
            email: Email::parse(&address("there", number)).unwrap(),
            name: String::new(),
            right: Right::Member,
            password_hash: Some(hash.clone()),
            at: 0,
        };
        store.execute(account).await.unwrap();
    }
    serve(app)
}

/// Addresses that are there and that are not have the same length.
fn address(kind: &str, number: usize) -> String {
    format!("{kind}{number:03}@example.org")
}

pub fn measure(machine: &Machine) {
    let folder = folder();
    let server = machine.serving.block_on(filled(&folder));
    machine.loading.block_on(async {
        let mut client = Client::connect(server).await;
        let mut figures = Figures::default();
        for round in 0..ROUNDS {
            let (mut there, mut nobody) = (Vec::new(), Vec::new());
            for number in round * TRIES..(round + 1) * TRIES {
                there.push(attempt(&mut client, &address("there", number)).await);
                nobody.push(attempt(&mut client, &address("where", number)).await);
            }
            figures.add(middle(there), middle(nobody));
        }
        figures.print("ms, wrong password; limit: an address that nobody has", 2);
    });
}

/// How many milliseconds an attempt takes.
async fn attempt(client: &mut Client, address: &str) -> f64 {
    let form = format!("email={}&password=a+wrong+one", address.replace('@', "%40"));
    let asked = request("POST", "/login", "", &form);
    let began = Instant::now();
    assert_eq!(client.exchange(&asked).await.status, 422);
    began.elapsed().as_secs_f64() * 1_000.0
}

fn middle(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
