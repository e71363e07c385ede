//! The command line's words.

use std::path::PathBuf;

use clap::builder::BoolishValueParser;
use clap::{Args as Group, Parser, Subcommand, ValueEnum};

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
    /// What to log, such as `info` or `web=debug,info`; `json:` in front gives JSON lines [default: info]
    #[arg(long, env = "PLUMBLINE_LOG")]
    pub log: Option<String>,
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
