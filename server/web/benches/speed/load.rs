//! Many connections that ask as fast as they are answered.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::Barrier;

use crate::client::Client;

/// What came of it.
pub struct Load {
    pub per_second: f64,
    /// How long each exchange took, shortest first.
    pub took: Vec<Duration>,
}

impl Load {
    pub fn new(elapsed: Duration, mut took: Vec<Duration>) -> Self {
        took.sort_unstable();
        Self { per_second: took.len() as f64 / elapsed.as_secs_f64(), took }
    }

    /// The time that so many of a hundred exchanges took at most, in milliseconds.
    pub fn percentile(&self, percent: usize) -> f64 {
        self.took[(self.took.len() * percent / 100).min(self.took.len() - 1)].as_secs_f64() * 1_000.0
    }
}

/// Loads a server for `time` with a connection for each of `askers`, which give one request after another; every one
/// must be answered with `status`.
pub async fn load<A>(address: SocketAddr, askers: Vec<A>, status: u16, time: Duration) -> Load
where
    A: FnMut() -> Vec<u8> + Send + 'static,
{
    let ready = Arc::new(Barrier::new(askers.len() + 1));
    let clients = askers.into_iter().map(|mut ask| {
        let ready = Arc::clone(&ready);
        tokio::spawn(async move {
            let mut client = Client::connect(address).await;
            let mut took = Vec::new();
            ready.wait().await;
            let began = Instant::now();
            while began.elapsed() < time {
                let request = ask();
                let asked = Instant::now();
                let answer = client.exchange(&request).await;
                took.push(asked.elapsed());
                assert_eq!(answer.status, status, "{}", answer.head);
            }
            took
        })
    });
    let clients: Vec<_> = clients.collect();
    ready.wait().await;
    let began = Instant::now();
    let mut took = Vec::new();
    for client in clients {
        took.extend(client.await.unwrap());
    }
    Load::new(began.elapsed(), took)
}
