//! `plumbline user`: accounts from the shell. Who can open the database needs no account to make one.

use std::sync::Arc;

use app::routes;
use domain::links::OneTimeSecret;
use store::Purpose;
use tokio::runtime::Runtime;
use usecases::accounts::{NewUser, make_user, reset_link};
use usecases::{App, Error, SystemClock, SystemEntropy};

use crate::args::{UserCommand, UserServer};
use crate::config;
use crate::failure::Failure;
use crate::serve::{open, say};

/// `plumbline user create` and `plumbline user reset-link`
///
/// # Errors
/// An argument cannot be taken, or the database cannot be used.
pub fn run(command: UserCommand) -> Result<(), Failure> {
    let server = match &command {
        UserCommand::Create(create) => &create.server,
        UserCommand::ResetLink { server, .. } => server,
    };
    let database = config::database(&server.database)?;
    let base = base(server);
    Runtime::new()?.block_on(async move {
        let store = open(&database).await?;
        store.migrate().await?;
        let app = App::new(store.clone(), Arc::new(SystemClock), Arc::new(SystemEntropy)).await?;
        let (secret, purpose) = match command {
            UserCommand::Create(create) => {
                let new = NewUser {
                    email: create.email,
                    name: create.name,
                    right: create.right,
                    organisation: create.organisation,
                };
                (make_user(&app, &new).await.map_err(wrong)?, Purpose::Invitation)
            }
            UserCommand::ResetLink { email, .. } => reset_link(&app, &email).await.map_err(wrong)?,
        };
        say(&line(&base, &secret, purpose));
        store.close().await;
        Ok(())
    })
}

/// Where people reach the server.
fn base(server: &UserServer) -> String {
    let listening = || format!("http://{}", server.addr.as_deref().unwrap_or("127.0.0.1:3000"));
    server.public_url.clone().map_or_else(listening, |url| url.trim_end_matches('/').to_owned())
}

fn line(base: &str, secret: &OneTimeSecret, purpose: Purpose) -> String {
    let token = secret.token();
    match purpose {
        Purpose::Reset => format!("To choose a new password, once, within an hour: {base}{}", routes::reset(&token)),
        _ => format!("To choose a password, once, within a week: {base}{}", routes::invitation(&token)),
    }
}

/// What was typed and cannot be taken is wrong input, named by its argument.
fn wrong(error: Error) -> Failure {
    match error {
        Error::Invalid(faults) => {
            let lines = faults.iter().map(|fault| format!("--{}: {}", fault.field, fault.message));
            Failure::Input(lines.collect::<Vec<_>>().join("\n"))
        }
        other => other.into(),
    }
}
