//! Sending mail by SMTP.

use lettre::message::header::{Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};
use url::Url;
use usecases::mail::{Mail, NotSent, Post, Sending};
use usecases::{Entropy as _, SystemEntropy};

/// A mail server, and whom mails are from.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

/// Why a mail server's address or the sender cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SmtpError {
    /// The address is none.
    #[error("the mail server's address cannot be used ({0}); give one such as smtps://user:password@mail.example.org")]
    Address(String),
    /// The sender is no address.
    #[error("the sender {0:?} cannot be used; give one such as Plumbline <plumbline@example.org>")]
    From(String),
}

impl Smtp {
    /// Sets up the way to a mail server; nothing is sent yet. `smtps://` speaks TLS from the start; `smtp://` asks for it
    /// and sends nothing without it, but on this machine, or where the address ends in `?tls=none`.
    ///
    /// # Errors
    /// The address or the sender cannot be used.
    pub fn new(address: &str, from: &str) -> Result<Self, SmtpError> {
        let refused = |why: &dyn std::fmt::Display| SmtpError::Address(why.to_string());
        let mut url = Url::parse(address).map_err(|error| refused(&error))?;
        if url.scheme() == "smtp" {
            let here = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
            match url.query() {
                None if !here => url.set_query(Some("tls=required")),
                Some("tls=none") => url.set_query(None),
                _ => {}
            }
        }
        let transport =
            AsyncSmtpTransport::<Tokio1Executor>::from_url(url.as_str()).map_err(|error| refused(&error))?;
        let from = from.parse().map_err(|_| SmtpError::From(from.to_owned()))?;
        Ok(Self { transport: transport.build(), from })
    }

    /// A name for a mail, which mail servers ask for.
    fn message_id(&self) -> String {
        let mut bytes = [0; 16];
        SystemEntropy.fill(&mut bytes);
        format!("<{:032x}@{}>", u128::from_be_bytes(bytes), self.from.email.domain())
    }

    fn message(&self, mail: &Mail) -> Result<Message, NotSent> {
        let refused = |error: &dyn std::fmt::Display| NotSent(error.to_string());
        let to = mail.to.parse().map_err(|error| refused(&error))?;
        let parts = MultiPart::alternative_plain_html(mail.text.clone(), mail.html.clone());
        let message = Message::builder().from(self.from.clone()).to(to).subject(&mail.subject);
        // Answering machines leave alone what a program has written.
        let message = message.message_id(Some(self.message_id())).header(AutoSubmitted);
        message.multipart(parts).map_err(|error| refused(&error))
    }
}

/// Says that no person wrote the mail (RFC 3834).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

impl Post for Smtp {
    fn send<'a>(&'a self, mail: &'a Mail) -> Sending<'a> {
        Box::pin(async move {
            let message = self.message(mail)?;
            self.transport.send(message).await.map(drop).map_err(|error| NotSent(error.to_string()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Smtp;

    const FROM: &str = "Plumbline <plumbline@example.org>";

    // The pool of connections belongs to a runtime.
    #[tokio::test]
    async fn addresses_and_senders_are_checked() {
        for good in ["smtp://localhost:2525", "smtps://user:p%40ss@mail.example.org", "smtp://mail.example.org:587"] {
            assert!(Smtp::new(good, FROM).is_ok(), "{good}");
        }
        for bad in ["", "mail.example.org", "http://mail.example.org"] {
            assert!(Smtp::new(bad, FROM).is_err(), "{bad}");
        }
        assert!(Smtp::new("smtp://localhost", "nobody").is_err());
    }
}
