//! Switching the second factor on and off.

use domain::audit::Deed;
use domain::links::RecoverySecret;
use store::{AddFactor, Audited, RemoveFactor, TotpSecret};

use super::totp::{encoded, step_of};
use super::{Caller, note};
use crate::limits::Limit;
use crate::{App, Error, FieldError};

/// Recovery codes that one gets.
const CODES: usize = 10;

/// A second factor that is being set up: nothing is stored until a code proves that the device has it.
#[derive(Clone, Debug)]
pub struct Enrolment {
    /// The shared secret in base 32, to be typed into the device.
    pub secret: String,
    /// The address that a device's camera reads.
    pub address: String,
}

impl Caller {
    /// Begins to set a second factor up.
    #[must_use]
    pub fn enrol(&self, app: &App) -> Enrolment {
        self.enrolment(encoded(app.mint().factor()))
    }

    /// The same again with the secret that the form carries, so that a mistyped code costs no new scan.
    #[must_use]
    pub fn enrolment(&self, secret: String) -> Enrolment {
        let part = |text: &str| {
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
            text.bytes()
                .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
                .collect::<String>()
        };
        let (issuer, email) = (part("Plumbline"), part(&self.account().email));
        let address = format!("otpauth://totp/{issuer}:{email}?secret={secret}&issuer={issuer}");
        Enrolment { secret, address }
    }

    /// Switches the second factor on, and gives the recovery codes, which are shown once and kept nowhere.
    ///
    /// # Errors
    /// [`Error::Invalid`] with a message at `code` or `password`; [`Error::TooOften`].
    pub async fn add_factor(&self, app: &App, secret: &str, code: &str, password: &str) -> Result<Vec<String>, Error> {
        let invalid =
            |message: &str| Error::Invalid(vec![FieldError { field: "code".to_owned(), message: message.to_owned() }]);
        self.prove(app, "password", password).await?;
        app.take(Limit::SignInByAccount, &format!("enrol {}", self.account().id))?;
        let code: String = code.chars().filter(|letter| !letter.is_whitespace()).collect();
        let step = step_of(secret, &code, app.now()).map_err(|_| invalid("Begin again: the page was incomplete."))?;
        let step = step.ok_or_else(|| {
            invalid("This code does not fit. Type the one that the app shows now, and see that the device’s clock is right.")
        })?;
        let recovery: Vec<RecoverySecret> =
            std::iter::repeat_with(|| app.mint().recovery_secret()).take(CODES).collect();
        let command = AddFactor {
            account_id: self.account().id,
            secret: TotpSecret(secret.to_owned()),
            step,
            recovery: recovery.iter().map(RecoverySecret::key).collect(),
        };
        let note = note(app, self.account(), Deed::FactorAdded, String::new());
        app.store.execute(Audited { command, note }).await?;
        Ok(recovery.iter().map(|code| grouped(&code.token())).collect())
    }

    /// Switches the second factor off.
    ///
    /// # Errors
    /// [`Error::Invalid`] with a message at `password`; [`Error::TooOften`].
    pub async fn remove_factor(&self, app: &App, password: &str) -> Result<(), Error> {
        self.prove(app, "password", password).await?;
        let note = note(app, self.account(), Deed::FactorRemoved, String::new());
        app.store.execute(Audited { command: RemoveFactor { account_id: self.account().id }, note }).await?;
        Ok(())
    }

    /// How many recovery codes are left.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn recovery_codes_left(&self, app: &App) -> Result<i64, Error> {
        Ok(app.store.snapshot().await?.recovery_codes_left(self.account().id).await?)
    }
}

/// In groups of four, as people read and type it.
fn grouped(token: &str) -> String {
    let letters: Vec<char> = token.chars().collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}
