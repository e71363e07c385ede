//! Saving single answers, as the island does, against rows written straight to the database.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::client::Client;
use crate::figures::Figures;
use crate::load::load;
use crate::raw::Raw;
use crate::served::{application, folder, request, responses};
use crate::{Machine, ROUNDS, TIME};

/// Respondents who save at the same time, each on a connection; so many commands the writer may find waiting.
const TOGETHER: usize = 64;
const FIELDS: [&str; 3] = ["TE1-1", "TE1-2", "TE1-3"];

/// One respondent's answers, without end: each differs from what the field holds.
fn answers(respond: &str) -> impl FnMut() -> Vec<u8> + Clone + Send + use<> {
    let path = format!("{respond}/autosave");
    let given = Arc::new(AtomicUsize::new(0));
    move || {
        // Shared by the clones: the next round goes on where this one ends.
        let number = given.fetch_add(1, Ordering::Relaxed);
        let (field, value) = (FIELDS[number % FIELDS.len()], number / FIELDS.len() % 5 + 1);
        request("POST", &path, "", &format!("{field}={value}"))
    }
}

pub fn measure(machine: &Machine) {
    let (folder, raw_folder) = (folder(), folder());
    let address = application(&machine.serving, &folder);
    let many: Vec<_> = machine.loading.block_on(async {
        let paths = responses(&mut Client::connect(address).await, TOGETHER).await;
        paths.iter().map(|respond| answers(respond)).collect()
    });
    let mut raw = machine.serving.block_on(Raw::open(&raw_folder.path().join("raw.db")));
    let [mut grouped, mut against_single, mut half, mut nearly_all, mut alone] = [(); 5].map(|()| Figures::default());
    for _ in 0..ROUNDS {
        let together = machine.loading.block_on(load(address, many.clone(), 204, TIME));
        let (batched_rows, _) = machine.serving.block_on(raw.write(TOGETHER, TIME));
        let one = machine.loading.block_on(load(address, many[..1].to_vec(), 204, TIME));
        let (single_rows, commits) = machine.serving.block_on(raw.write(1, TIME));
        grouped.add(together.per_second, batched_rows);
        against_single.add(together.per_second, single_rows);
        half.add(together.percentile(50), commits.percentile(50));
        nearly_all.add(together.percentile(99), commits.percentile(99));
        alone.add(one.per_second, single_rows);
    }
    grouped.print(&format!("saves/s, {TOGETHER} respondents; limit: rows/s, {TOGETHER} a commit"), 0);
    against_single.print("    limit: rows/s, one a commit", 0);
    half.print("    ms until half are acknowledged; limit: one commit", 2);
    nearly_all.print("    ms until 99 of 100 are; limit: 99 of 100 commits", 2);
    alone.print("saves/s, one respondent; limit: rows/s, one a commit", 0);
}
