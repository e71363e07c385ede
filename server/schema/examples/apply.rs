//! `apply create URL` makes a database with all tables, `apply drop URL` removes it. `cargo xtask prepare` needs it,
//! since `store` itself compiles only once its queries have been checked.

use anyhow::{Result, bail};
use sqlx::migrate::MigrateDatabase;
use sqlx::{Connection as _, PgConnection, Postgres, Sqlite, SqliteConnection};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["create", url] if url.starts_with("sqlite:") => {
            Sqlite::create_database(url).await?;
            schema::sqlite().run(&mut SqliteConnection::connect(url).await?).await?;
        }
        ["create", url] => {
            Postgres::create_database(url).await?;
            schema::postgres().run(&mut PgConnection::connect(url).await?).await?;
        }
        ["drop", url] if url.starts_with("sqlite:") => Sqlite::drop_database(url).await?,
        ["drop", url] => Postgres::force_drop_database(url).await?,
        _ => bail!("usage: apply create|drop URL"),
    }
    Ok(())
}
