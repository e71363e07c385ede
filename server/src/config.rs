//! Settings: flag over environment over `plumbline.toml` over default. Read once, at the start.

use std::fs;
use std::net::IpAddr;
use std::path::Path;

use domain::account::Password;
use ipnet::IpNet;
use serde::Deserialize;
use usecases::Policy;

use crate::args;
use crate::failure::Failure;

/// What `plumbline.toml` may hold. An unknown name is an error, for it is probably a slip.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    addr: Option<String>,
    database_url: Option<String>,
    public_url: Option<String>,
    operator: Option<String>,
    styleguide: Option<bool>,
    trusted_proxies: Option<String>,
    smtp_url: Option<String>,
    mail_from: Option<String>,
    session_idle_minutes: Option<u32>,
    session_hours: Option<u32>,
    log: Option<String>,
}

/// Which database: an address that may hold a password, so it is not printed.
pub struct Database(pub String);

impl std::fmt::Debug for Database {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Database(hidden)")
    }
}

/// A demonstration.
#[derive(Debug)]
pub struct Demo {
    /// The password of its accounts; made up where none is given.
    pub password: Option<Password>,
}

impl Demo {
    /// Reads the password.
    ///
    /// # Errors
    /// The file cannot be read, or what it holds can be no password.
    pub fn new(args: args::Demo) -> Result<Self, Failure> {
        let given = match (args.password, args.password_file) {
            (Some(given), _) => Some(given),
            (None, Some(path)) => Some(secret_from(&path)?),
            (None, None) => None,
        };
        let password = given.filter(|given| !given.is_empty()).map(|given| Password::parse(&given)).transpose();
        let password = password.map_err(|fault| Failure::Input(format!("PLUMBLINE_DEMO_PASSWORD: {fault}")))?;
        Ok(Self { password })
    }
}

/// The web server's settings.
#[derive(Debug)]
pub struct Serve {
    /// Which database.
    pub database: Database,
    /// Address to listen on.
    pub addr: String,
    /// Address that people reach the server under.
    pub public_url: Option<String>,
    /// Who runs this server, as people read it.
    pub operator: Option<String>,
    /// Whether `/styleguide` is there.
    pub styleguide: bool,
    /// Proxies that are believed.
    pub trusted_proxies: Vec<IpNet>,
    /// The mail server and whom mails are from; `None` without one.
    pub mail: Option<Mail>,
    /// Rules for sessions and passwords.
    pub policy: Policy,
    /// The demonstration, if it serves one.
    pub demo: Option<Demo>,
    /// What to log.
    pub log: String,
}

fn file(given: Option<&Path>) -> Result<File, Failure> {
    let path = given.unwrap_or(Path::new("plumbline.toml"));
    if given.is_none() && !path.exists() {
        return Ok(File::default());
    }
    let text = fs::read_to_string(path)
        .map_err(|error| Failure::Input(format!("the settings file {} cannot be read: {error}", path.display())))?;
    toml::from_str(&text).map_err(|error| Failure::Input(format!("{}: {error}", path.display())))
}

fn secret_from(path: &Path) -> Result<String, Failure> {
    let text = fs::read_to_string(path)
        .map_err(|error| Failure::Input(format!("{} cannot be read: {error}", path.display())))?;
    Ok(text.trim().to_owned())
}

fn database_from(args: &args::Database, file: &File) -> Result<Database, Failure> {
    if let Some(path) = args.url_file.as_ref().filter(|_| args.url.is_none()) {
        return secret_from(path).map(Database);
    }
    let url = args.url.clone().or_else(|| file.database_url.clone());
    Ok(Database(url.unwrap_or_else(|| "sqlite://data/plumbline.db".to_owned())))
}

/// Which database a care command works on.
///
/// # Errors
/// The settings file cannot be used.
pub fn database(args: &args::Database) -> Result<Database, Failure> {
    database_from(args, &file(args.config.as_deref())?)
}

/// The mail server's settings. Its address may hold a password, so it is not printed.
pub struct Mail {
    /// The mail server.
    pub url: String,
    /// Whom mails are from, if that is set.
    pub from: Option<String>,
}

impl std::fmt::Debug for Mail {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Mail(hidden)")
    }
}

fn mail(url: Option<String>, from: Option<String>) -> Option<Mail> {
    url.filter(|url| !url.trim().is_empty()).map(|url| Mail { url: url.trim().to_owned(), from })
}

/// A secret that is given itself, or as a file that holds it.
fn secret(given: Option<String>, file: Option<&Path>) -> Result<Option<String>, Failure> {
    match (given, file) {
        (Some(given), _) => Ok(Some(given)),
        (None, None) => Ok(None),
        (None, Some(path)) => secret_from(path).map(Some),
    }
}

/// A list of addresses and networks, with commas.
fn proxies(list: &str) -> Result<Vec<IpNet>, Failure> {
    let read = |word: &str| {
        let net = word.parse::<IpNet>().ok().or_else(|| word.parse::<IpAddr>().ok().map(IpNet::from));
        net.ok_or_else(|| {
            Failure::Input(format!(
                "PLUMBLINE_TRUSTED_PROXIES has {word:?}; give addresses or networks such as 10.0.0.2,192.168.0.0/16"
            ))
        })
    };
    list.split(',').map(str::trim).filter(|word| !word.is_empty()).map(read).collect()
}

/// Session times over their defaults.
fn policy(idle_minutes: Option<u32>, hours: Option<u32>) -> Result<Policy, Failure> {
    const MINUTE: i64 = 60_000_000;
    let mut policy = Policy::default();
    if let Some(minutes) = idle_minutes {
        policy.session_idle = i64::from(minutes) * MINUTE;
    }
    if let Some(hours) = hours {
        policy.session_absolute = i64::from(hours) * 60 * MINUTE;
    }
    if policy.session_idle < MINUTE || policy.session_absolute < MINUTE {
        return Err(Failure::Input(
            "PLUMBLINE_SESSION_IDLE_MINUTES and PLUMBLINE_SESSION_HOURS must be 1 or more".to_owned(),
        ));
    }
    Ok(policy)
}

impl Serve {
    /// Puts the settings together.
    ///
    /// # Errors
    /// The settings file cannot be used, or the public address is none.
    pub fn new(args: args::Serve) -> Result<Self, Failure> {
        let file = file(args.database.config.as_deref())?;
        // The settings file speaks of the real database, which is no place for invented people.
        let of_its_own = File { database_url: Some("sqlite://data/demo.db".to_owned()), ..File::default() };
        let database = database_from(&args.database, if args.is_demo { &of_its_own } else { &file })?;
        let demo = args.is_demo.then(|| Demo::new(args.demo)).transpose()?;
        let public_url = args.public_url.or(file.public_url).map(|url| url.trim_end_matches('/').to_owned());
        if let Some(url) =
            public_url.as_deref().filter(|url| !url.starts_with("https://") && !url.starts_with("http://"))
        {
            return Err(Failure::Input(format!(
                "PLUMBLINE_PUBLIC_URL is {url:?}; give an address such as https://plumbline.example"
            )));
        }
        Ok(Self {
            database,
            demo,
            addr: args.addr.or(file.addr).unwrap_or_else(|| "127.0.0.1:3000".to_owned()),
            public_url,
            operator: args.operator.or(file.operator).filter(|operator| !operator.trim().is_empty()),
            styleguide: args.styleguide.or(file.styleguide).unwrap_or(false),
            trusted_proxies: proxies(args.trusted_proxies.or(file.trusted_proxies).as_deref().unwrap_or(""))?,
            mail: mail(
                secret(args.smtp_url, args.smtp_url_file.as_deref())?.or(file.smtp_url),
                args.mail_from.or(file.mail_from),
            ),
            policy: policy(
                args.session_idle_minutes.or(file.session_idle_minutes),
                args.session_hours.or(file.session_hours),
            )?,
            log: args.log.or(file.log).unwrap_or_else(|| "info".to_owned()),
        })
    }
}
