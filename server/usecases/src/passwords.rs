//! Passwords: whether one is good enough, and hashing them where it holds nobody up.
//!
//! argon2id takes tens of milliseconds and megabytes by intent. It runs on as many threads as there are processors; who
//! finds a queue there is told to come back, rather than letting a flood of guesses take all memory.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use argon2::password_hash::{PasswordHash as Phc, SaltString};
use argon2::{Algorithm, Argon2, Params, PasswordHasher as _, PasswordVerifier as _, Version};
use domain::account::{MAX_PASSWORD, Password};
use store::{PasswordHash, StoreError};
use tokio::sync::Semaphore;

use crate::policy::Hashing;
use crate::{App, Error, FieldError};

/// How many may wait for each processor.
const WAITING: usize = 16;

/// Weaker ones are refused: guessed in fewer than some hundred million tries (zxcvbn's scale from 0 to 4).
const LEAST_SCORE: zxcvbn::Score = zxcvbn::Score::Three;

/// The threads that hash.
#[derive(Clone, Debug)]
pub(crate) struct Pool {
    places: Arc<Semaphore>,
    running: Arc<Semaphore>,
    hashed: Arc<AtomicU64>,
}

impl Default for Pool {
    fn default() -> Self {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        Self {
            places: Arc::new(Semaphore::new(threads * (WAITING + 1))),
            running: Arc::new(Semaphore::new(threads)),
            hashed: Arc::default(),
        }
    }
}

impl Pool {
    /// How many hashes were computed: the same for every attempt to sign in, whether there is such an account or not.
    pub fn hashed(&self) -> u64 {
        self.hashed.load(Ordering::Relaxed)
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let _place = self.places.try_acquire().map_err(|_| Error::Unavailable(StoreError::Busy))?;
        let permit = Arc::clone(&self.running).acquire_owned().await.map_err(broken)?;
        self.hashed.fetch_add(1, Ordering::Relaxed);
        // The thread keeps its place even when who asked has gone away: it cannot be stopped half-way.
        let work = move || {
            let _permit = permit;
            work()
        };
        tokio::task::spawn_blocking(work).await.map_err(broken)?
    }
}

fn broken(error: impl std::fmt::Display) -> Error {
    Error::Broken(format!("hashing: {error}"))
}

fn argon(hashing: &Hashing) -> Result<Argon2<'static>, Error> {
    let params = Params::new(hashing.memory_kib, hashing.passes, hashing.lanes, None).map_err(broken)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// Whether a password is good enough: 8 to 128 characters, no rule for which, and not easily guessed. The estimate knows
/// lists of common and breached passwords, names, words, dates and keyboard patterns; `known` are words that an attacker
/// would try first, such as the name and the address.
///
/// # Errors
/// A message at `field`.
pub fn check(field: &str, text: &str, known: &[&str]) -> Result<Password, FieldError> {
    let refuse = |message: String| FieldError { field: field.to_owned(), message };
    let password = Password::parse(text).map_err(|fault| refuse(fault.to_string()))?;
    // Whole, and in their parts: "ada.lovelace@example.org", "ada.lovelace", "ada".
    let parts = |word: &&str| {
        [*word]
            .into_iter()
            .chain(word.split('@'))
            .chain(word.split(['@', '.', ' ']))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let known: Vec<String> = known.iter().flat_map(parts).chain(["plumbline".to_owned()]).collect();
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let estimate = zxcvbn::zxcvbn(password.expose(), &known);
    if estimate.score() < LEAST_SCORE {
        let why = estimate.feedback().and_then(zxcvbn::feedback::Feedback::warning).map(|why| format!("{why} "));
        return Err(refuse(format!(
            "This password is easily guessed. {}Four random words, or a few more characters, make it a good one.",
            why.unwrap_or_default()
        )));
    }
    Ok(password)
}

/// Hashes a password.
///
/// # Errors
/// [`Error::Unavailable`] when too many are waiting.
pub async fn hash(app: &App, password: &Password) -> Result<PasswordHash, Error> {
    let (argon, text) = (argon(&app.policy().hashing)?, password.expose().to_owned());
    let salt = SaltString::encode_b64(&app.mint().salt()).map_err(broken)?;
    let work = move || Ok(PasswordHash(argon.hash_password(text.as_bytes(), &salt).map_err(broken)?.to_string()));
    app.pool().run(work).await
}

/// What came of comparing a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It is the one.
    Right {
        /// Whether its hash is weaker than today's rule.
        weak: bool,
    },
    /// It is not, or there is none.
    Wrong,
}

/// Compares what was typed with a hash. Without one, the same work is done for nothing, so that the time does not tell.
pub(crate) async fn verify(app: &App, typed: &str, hash: Option<String>) -> Result<Verdict, Error> {
    let hashing = app.policy().hashing.clone();
    let argon = argon(&hashing)?;
    // Longer texts are nobody's password; they are cut so that they cost no more than others.
    let typed: String = typed.chars().take(MAX_PASSWORD + 1).collect();
    let work = move || {
        let (known, text) = hash.map_or_else(|| (false, nobody(&hashing)), |hash| (true, hash));
        let Ok(parsed) = Phc::new(&text) else { return Ok(Verdict::Wrong) };
        let right = argon.verify_password(typed.as_bytes(), &parsed).is_ok() && known;
        let weak = Params::try_from(&parsed).is_ok_and(|old| {
            old.m_cost() < hashing.memory_kib || old.t_cost() < hashing.passes || old.p_cost() < hashing.lanes
        });
        Ok(if right { Verdict::Right { weak } } else { Verdict::Wrong })
    };
    app.pool().run(work).await
}

/// A hash of today's cost that belongs to no password.
fn nobody(hashing: &Hashing) -> String {
    let Hashing { memory_kib, passes, lanes } = hashing;
    format!(
        "$argon2id$v=19$m={memory_kib},t={passes},p={lanes}$bm9ib2R5J3Mgc2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easily_guessed_passwords_are_refused() {
        for bad in ["short", "password1", "qwertyuiop", "12345678910", "olga.owner1", "Plumbline1", "aaaaaaaaaaaa"] {
            assert!(check("password", bad, &["Olga Owner", "olga.owner@example.org"]).is_err(), "{bad}");
        }
        for good in ["correct horse battery staple", "xK3#vb9!qLmz", "ünbequeme Äpfel rollen"] {
            assert!(check("password", good, &["Olga Owner"]).is_ok(), "{good}");
        }
    }

    #[test]
    fn the_hash_of_nobody_can_be_read_and_costs_the_same() {
        let hashing = Hashing { memory_kib: 19_456, passes: 2, lanes: 1 };
        let text = nobody(&hashing);
        let parsed = Params::try_from(&Phc::new(&text).unwrap()).unwrap();
        assert_eq!((parsed.m_cost(), parsed.t_cost(), parsed.p_cost()), (19_456, 2, 1));
    }
}
