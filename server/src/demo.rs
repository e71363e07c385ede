//! `plumbline serve --demo` and `plumbline seed`: databases of invented people.

use std::sync::Arc;

use domain::account::Password;
use store::{PasswordHash, Store};
use tokio::runtime::Runtime;
use usecases::demo::{Filled, Size, keys, load, made_up_password, seed as fill_large};
use usecases::{App, SystemClock, SystemEntropy, passwords};

use crate::failure::Failure;
use crate::{args, config, serve};

/// What is said where demonstration data would come to stand among others.
const REFUSED: &str = "the database holds other data, and demonstration data are not mixed with them: give an empty one as \
                       DATABASE_URL, or none to use data/demo.db";

/// Fills an empty database with the story, or leaves a demonstration as it is. Gives what to tell whoever started the
/// server: the accounts, and the password where it was made up.
///
/// # Errors
/// The database holds other data, or does not answer.
pub async fn prepare(app: &App, demo: &config::Demo) -> Result<String, Failure> {
    let (hash, told) = password(app, demo.password.as_ref()).await?;
    match load(app, &hash).await? {
        Filled::Refused => return Err(Failure::Input(REFUSED.to_owned())),
        Filled::Fresh(()) | Filled::Again => {}
    }
    let accounts: Vec<&str> = keys(app).iter().map(|key| key.email).collect();
    Ok(format!("Demonstration accounts: {}.\nTheir password: {told}", accounts.join(", ")))
}

/// The hash of the password that is given, or of one that is made up, and what to tell of it.
async fn password(app: &App, given: Option<&Password>) -> Result<(PasswordHash, String), Failure> {
    let made_up = made_up_password(app);
    let (password, told) = match given {
        Some(given) => (given.clone(), "the one of PLUMBLINE_DEMO_PASSWORD".to_owned()),
        None => (Password::parse(&made_up)?, made_up),
    };
    Ok((passwords::hash(app, &password).await?, told))
}

/// `plumbline seed`
///
/// # Errors
/// The database holds other data, or cannot be used.
pub fn seed(args: args::Seed) -> Result<(), Failure> {
    let size = Size { people: args.people, teams: args.teams, rounds: args.rounds, respondents: args.respondents };
    if size.teams == 0 || size.people == 0 {
        return Err(Failure::Input("there have to be a team and somebody in it: --teams and --people".to_owned()));
    }
    let database = config::database(&args.database)?;
    let demo = config::Demo::new(args.demo)?;
    Runtime::new()?.block_on(async move {
        let store = serve::open(&database).await?;
        let filled = fill(&store, size, &demo).await;
        store.close().await;
        serve::say(&filled?);
        Ok(())
    })
}

async fn fill(store: &Store, size: Size, demo: &config::Demo) -> Result<String, Failure> {
    store.migrate().await?;
    let app = App::new(store.clone(), Arc::new(SystemClock), Arc::new(SystemEntropy)).await?;
    let (hash, told) = password(&app, demo.password.as_ref()).await?;
    match fill_large(&app, size, &hash).await? {
        Filled::Fresh(_) => Ok(format!("The database is filled. Sign in as owner@demo.example; the password: {told}")),
        Filled::Again | Filled::Refused => Err(Failure::Input(REFUSED.to_owned())),
    }
}
