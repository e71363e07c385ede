//! A crowd: five hundred respondents who each save an answer every three seconds, for five minutes.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use domain::links::RespondentSecret;
use store::Store;
use tokio::sync::Barrier;
use tokio::time::{Instant, interval_at};

use crate::Machine;
use crate::client::Client;
use crate::load::Load;
use crate::served::{app, folder, request, responses, serve};

/// Respondents, each on a connection that is kept.
const CROWD: usize = 500;
/// How often each saves.
const EVERY: Duration = Duration::from_secs(3);
/// For how long.
const TIME: Duration = Duration::from_mins(5);
/// After so long the memory that is compared with the last is taken: everything is warm then.
const WARM: Duration = Duration::from_secs(30);
/// What 99 of 100 saves may take at most, in milliseconds.
const LIMIT: f64 = 150.0;

/// Saves without end, each different from what the field holds; how long each took until it was acknowledged.
async fn respondent(address: SocketAddr, path: String, place: u32, ready: Arc<Barrier>) -> (String, Vec<Duration>) {
    let mut client = Client::connect(address).await;
    let autosave = format!("{path}/autosave");
    ready.wait().await;
    let began = Instant::now();
    let mut ticks = interval_at(began + EVERY / 500 * place, EVERY);
    let mut took = Vec::new();
    while began.elapsed() < TIME {
        ticks.tick().await;
        let number = took.len();
        let (item, value) = (number % 3 + 1, number / 3 % 5 + 1);
        let asked = Instant::now();
        let answer = client.exchange(&request("POST", &autosave, "", &format!("TE1-{item}={value}"))).await;
        assert_eq!(answer.status, 204, "{}", answer.head);
        took.push(asked.elapsed());
    }
    (path, took)
}

/// How many saves the database holds of a response: the versions of its fields.
async fn kept(store: &Store, path: &str) -> i64 {
    let secret = RespondentSecret::parse(path.rsplit('/').next().unwrap()).unwrap();
    let mut snapshot = store.snapshot().await.unwrap();
    let (response, _) = snapshot.response_by_key(&secret.response_key()).await.unwrap().unwrap();
    snapshot.answers_of_response(response.id).await.unwrap().iter().map(|answer| answer.version).sum()
}

/// What this process holds in memory, in MB: the server and the crowd together.
fn memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or("0 kB");
    line.trim().trim_end_matches(" kB").parse::<f64>().unwrap_or(0.0) / 1024.0
}

pub fn measure(machine: &Machine) {
    let folder = folder();
    let (address, store) = machine.serving.block_on(async {
        let (app, store) = app(&folder).await;
        (serve(app), store)
    });
    let (people, warm) = machine.loading.block_on(async {
        let paths = responses(&mut Client::connect(address).await, CROWD).await;
        let ready = Arc::new(Barrier::new(CROWD));
        let people: Vec<_> = (0..)
            .zip(paths)
            .map(|(place, path)| tokio::spawn(respondent(address, path, place, Arc::clone(&ready))))
            .collect();
        tokio::time::sleep(WARM).await;
        let warm = memory();
        let mut done = Vec::new();
        for person in people {
            done.push(person.await.unwrap());
        }
        (done, warm)
    });
    let at_end = memory();
    let lost: i64 = machine.serving.block_on(async {
        let mut lost = 0;
        for (path, took) in &people {
            lost += i64::try_from(took.len()).unwrap() - kept(&store, path).await;
        }
        lost
    });
    let load = Load::new(TIME, people.into_iter().flat_map(|(_, took)| took).collect());
    let (saves, per_second) = (load.took.len(), load.per_second);
    println!("{CROWD} respondents, a save every {} s, for {} s:", EVERY.as_secs(), TIME.as_secs());
    println!("    {saves} saves acknowledged, {per_second:.0} a second, {lost} lost, none refused");
    let (half, most, all) = (load.percentile(50), load.percentile(99), load.percentile(100));
    println!("    ms until acknowledged: half {half:.1}, 99 of 100 {most:.1} (limit {LIMIT}), the slowest {all:.1}");
    println!("    memory, with the crowd's own: {warm:.0} MB after {} s, {at_end:.0} MB at the end", WARM.as_secs());
}
