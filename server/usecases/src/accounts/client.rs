//! Where a request comes from, as far as it is looked at.

use std::net::IpAddr;

use crate::limits::{Limit, TooOften};
use crate::{App, Error};

/// Who asks, before anybody knows who it is.
#[derive(Clone, Debug, Default)]
pub struct Client {
    /// The address. `None` at loopback: then a proxy or a person at the machine asks, and one must not use up the share
    /// of all.
    pub address: Option<IpAddr>,
    /// What the browser calls itself.
    pub agent: String,
}

impl Client {
    /// The network of the address, which is all that is kept: the first 24 bits, or 48 of an IPv6 address.
    #[must_use]
    pub fn network(&self) -> String {
        match self.address {
            None => "this machine".to_owned(),
            Some(IpAddr::V4(address)) => {
                let [a, b, c, _] = address.octets();
                format!("{a}.{b}.{c}.0/24")
            }
            Some(IpAddr::V6(address)) => {
                let [a, b, c, ..] = address.segments();
                format!("{a:x}:{b:x}:{c:x}::/48")
            }
        }
    }

    /// Takes one of what this address may do.
    ///
    /// # Errors
    /// [`Error::TooOften`].
    pub fn may(&self, app: &App, limit: Limit) -> Result<(), Error> {
        let key = match self.address {
            None => return Ok(()),
            Some(IpAddr::V4(address)) => address.to_string(),
            // A household or a company has 64 bits of them.
            Some(IpAddr::V6(address)) => format!("{:x?}", &address.segments()[..4]),
        };
        app.take(limit, &key)
    }

    /// The agent, cut to what fits into a list.
    pub(crate) fn short_agent(&self) -> String {
        self.agent.chars().filter(|letter| !letter.is_control()).take(200).collect()
    }
}

impl App {
    /// Takes one of what may be asked for under a key.
    pub(crate) fn take(&self, limit: Limit, key: &str) -> Result<(), Error> {
        self.limits.take(limit, key, self.now()).map_err(|TooOften { seconds }| Error::TooOften { seconds })
    }
}
