//! The command line's words.

use std::path::PathBuf;

use clap::builder::BoolishValueParser;
use clap::{Args as Group, Parser, Subcommand, ValueEnum};
use domain::rights::Right;

/// Plumbline tells an organisation where its machine-learning delivery stands.
#[derive(Debug, Parser)]
#[command(version, arg_required_else_help = true)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What the program does.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run the web server
    Serve(Serve),
    /// Accounts, from the shell
    User {
        /// Create or reset-link.
        #[command(subcommand)]
        command: UserCommand,
    },
    /// Fill an empty database with a large invented organisation
    #[command(hide = true)]
    Seed(Seed),
    /// Bring the database up to this version
    Migrate(Database),
    /// Score answers from a file, without server or database; JSON on standard output
    Score(Score),
    /// Make the PDF summary of answers from a file
    Report(Report),
    /// Check or print an instrument file
    Instrument {
        /// Check or show.
        #[command(subcommand)]
        command: InstrumentCommand,
    },
}

/// Which database.
#[derive(Debug, Group)]
pub struct Database {
    /// `sqlite://FILE` or `postgres://...` [default: `sqlite://data/plumbline.db`]
    #[arg(long = "database-url", value_name = "URL", env = "DATABASE_URL", hide_env_values = true)]
    pub url: Option<String>,
    /// A file that holds the database's address; counts where no address is given
    #[arg(long = "database-url-file", value_name = "FILE", env = "DATABASE_URL_FILE")]
    pub url_file: Option<PathBuf>,
    /// Settings file [default: plumbline.toml, if there is one]
    #[arg(long, env = "PLUMBLINE_CONFIG")]
    pub config: Option<PathBuf>,
}

/// The web server's settings.
#[derive(Debug, Group)]
pub struct Serve {
    /// Which database.
    #[command(flatten)]
    pub database: Database,
    /// Address to listen on [default: 127.0.0.1:3000]
    #[arg(long, env = "PLUMBLINE_ADDR")]
    pub addr: Option<String>,
    /// Address that people reach the server under, such as <https://plumbline.example>
    #[arg(long, env = "PLUMBLINE_PUBLIC_URL")]
    pub public_url: Option<String>,
    /// Who runs this server and answers for the data, as people read it before the first question: such as
    /// `Example Ltd, privacy@example.com` [default: whoever runs this server]
    #[arg(long, env = "PLUMBLINE_OPERATOR", value_name = "TEXT")]
    pub operator: Option<String>,
    /// Proxies that are believed when they say whom they speak for, such as `10.0.0.2,192.168.0.0/16` [default: none]
    #[arg(long, env = "PLUMBLINE_TRUSTED_PROXIES", value_name = "LIST")]
    pub trusted_proxies: Option<String>,
    /// Mail server, such as `smtps://user:password@mail.example.org`; `smtp://` insists on TLS but at localhost, unless
    /// the address ends in `?tls=none` [default: none, links are shown instead]
    #[arg(long, env = "PLUMBLINE_SMTP_URL", hide_env_values = true, value_name = "URL")]
    pub smtp_url: Option<String>,
    /// A file that holds the mail server's address; counts where no address is given
    #[arg(long, env = "PLUMBLINE_SMTP_URL_FILE", value_name = "FILE")]
    pub smtp_url_file: Option<PathBuf>,
    /// Whom mails are from [default: Plumbline <plumbline@HOST>]
    #[arg(long, env = "PLUMBLINE_MAIL_FROM", value_name = "ADDRESS")]
    pub mail_from: Option<String>,
    /// Minutes after which an unused session ends [default: 60]
    #[arg(long, env = "PLUMBLINE_SESSION_IDLE_MINUTES", value_name = "N")]
    pub session_idle_minutes: Option<u32>,
    /// Hours after which a session ends, however busy it is [default: 12]
    #[arg(long, env = "PLUMBLINE_SESSION_HOURS", value_name = "N")]
    pub session_hours: Option<u32>,
    /// Show /styleguide, for whoever works on the pages [default: false]
    #[arg(
        long,
        env = "PLUMBLINE_STYLEGUIDE",
        value_name = "BOOL",
        value_parser = BoolishValueParser::new(),
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "true"
    )]
    pub styleguide: Option<bool>,
    /// Serve demonstration data, from `data/demo.db` unless `DATABASE_URL` is given
    #[arg(long = "demo")]
    pub is_demo: bool,
    /// Of the demonstration.
    #[command(flatten)]
    pub demo: Demo,
    /// What to log, such as `info` or `web=debug,info`; `json:` in front gives JSON lines [default: info]
    #[arg(long, env = "PLUMBLINE_LOG")]
    pub log: Option<String>,
}

/// What to do with accounts.
#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Make an account and print the link by which its person chooses a password
    Create(UserCreate),
    /// Print a link by which an account chooses a new password
    ResetLink {
        /// Which database, and where people reach the server.
        #[command(flatten)]
        server: UserServer,
        /// The account's address
        email: String,
    },
}

/// The account to make.
#[derive(Debug, Group)]
pub struct UserCreate {
    /// Which database, and where people reach the server.
    #[command(flatten)]
    pub server: UserServer,
    /// Its address
    #[arg(long)]
    pub email: String,
    /// What it may do: owner, lead, member or viewer
    #[arg(long, value_parser = right)]
    pub right: Right,
    /// The person's name
    #[arg(long, default_value = "")]
    pub name: String,
    /// The organisation's name, where there are several; the first account makes its organisation under this name
    #[arg(long, default_value = "")]
    pub organisation: String,
}

/// Which database, and where people reach the server.
#[derive(Debug, Group)]
pub struct UserServer {
    /// Which database.
    #[command(flatten)]
    pub database: Database,
    /// Address that people reach the server under, for the link [default: the address that it listens on]
    #[arg(long, env = "PLUMBLINE_PUBLIC_URL")]
    pub public_url: Option<String>,
    /// Address that the server listens on
    #[arg(long, env = "PLUMBLINE_ADDR")]
    pub addr: Option<String>,
}

fn right(word: &str) -> Result<Right, String> {
    Right::from_word(word).ok_or_else(|| "give owner, lead, member or viewer".to_owned())
}

/// The accounts of invented people.
#[derive(Debug, Group)]
pub struct Demo {
    /// Password of the demonstration's accounts [default: made up and printed]
    #[arg(long = "demo-password", value_name = "PASSWORD", env = "PLUMBLINE_DEMO_PASSWORD", hide_env_values = true)]
    pub password: Option<String>,
    /// A file that holds that password; counts where none is given
    #[arg(long = "demo-password-file", value_name = "FILE", env = "PLUMBLINE_DEMO_PASSWORD_FILE")]
    pub password_file: Option<PathBuf>,
}

/// How large an organisation to invent.
#[derive(Debug, Group)]
pub struct Seed {
    /// Which database.
    #[command(flatten)]
    pub database: Database,
    /// Their accounts.
    #[command(flatten)]
    pub demo: Demo,
    /// People
    #[arg(long, default_value_t = 5_000)]
    pub people: usize,
    /// Teams
    #[arg(long, default_value_t = 600)]
    pub teams: usize,
    /// Rounds, evenly over the teams
    #[arg(long, default_value_t = 2_000)]
    pub rounds: usize,
    /// Responses a round
    #[arg(long, default_value_t = 4)]
    pub respondents: usize,
}

/// The form of an answers file.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Format {
    /// Comma-separated values.
    Csv,
    /// JSON.
    Json,
}

/// Where answers come from.
#[derive(Debug, Group)]
pub struct Score {
    /// Answers, as CSV or JSON
    pub file: PathBuf,
    /// Form of the file [default: from its name]
    #[arg(long)]
    pub format: Option<Format>,
    /// The team's name
    #[arg(long, default_value = "Our team")]
    pub team_name: String,
}

/// What to make of answers.
#[derive(Debug, Group)]
pub struct Report {
    /// The answers.
    #[command(flatten)]
    pub answers: Score,
    /// Where the PDF goes
    #[arg(long)]
    pub out: PathBuf,
    /// Where the same goes as a workbook, if wanted
    #[arg(long)]
    pub xlsx: Option<PathBuf>,
    /// Where the same goes as CSV, if wanted
    #[arg(long)]
    pub csv: Option<PathBuf>,
}

/// What to do with an instrument.
#[derive(Debug, Subcommand)]
pub enum InstrumentCommand {
    /// Validate an instrument file; its companions are taken from the same folder where they are there
    Check {
        /// The file
        file: PathBuf,
    },
    /// Print the built-in instrument
    Show,
}
