//! Where a request comes from.

use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, FromRef, FromRequestParts};
use axum::http::header::USER_AGENT;
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap};
use ipnet::IpNet;

use crate::state::{Settings, State};

/// Who asks, before anybody knows who it is.
pub struct Client(pub usecases::accounts::Client);

impl<S: Send + Sync> FromRequestParts<S> for Client
where
    State: FromRef<S>,
{
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        Ok(Self(of(&State::from_ref(state).settings, &parts.headers, &parts.extensions)))
    }
}

/// Who asks, from the parts of a request.
pub fn of(settings: &Settings, headers: &HeaderMap, extensions: &Extensions) -> usecases::accounts::Client {
    let peer = extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(address)| address.ip().to_canonical());
    let forwarded = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
    let forwarded: Vec<&str> = forwarded.flat_map(|all| all.split(',')).map(str::trim).collect();
    let agent = headers.get(USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or("").to_owned();
    let address = peer.map(|peer| origin(&settings.trusted_proxies, peer, &forwarded));
    usecases::accounts::Client { address: address.filter(|address| !address.is_loopback()), agent }
}

/// The first address, counted from this server, that is no trusted proxy. Only trusted proxies are believed when they
/// say whom they speak for.
fn origin(trusted: &[IpNet], peer: IpAddr, forwarded: &[&str]) -> IpAddr {
    let mut address = peer;
    for earlier in forwarded.iter().rev() {
        if !trusted.iter().any(|net| net.contains(&address)) {
            break;
        }
        let Ok(earlier) = earlier.parse::<IpAddr>() else { break };
        address = earlier.to_canonical();
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(trusted: &[&str], peer: &str, forwarded: &[&str]) -> String {
        let trusted: Vec<IpNet> = trusted.iter().map(|net| net.parse().unwrap()).collect();
        origin(&trusted, peer.parse().unwrap(), forwarded).to_string()
    }

    #[test]
    fn nobody_is_believed_but_trusted_proxies() {
        assert_eq!(from(&[], "203.0.113.9", &["198.51.100.1"]), "203.0.113.9");
        assert_eq!(from(&["10.0.0.0/8"], "10.0.0.2", &["198.51.100.1"]), "198.51.100.1");
        assert_eq!(from(&["10.0.0.0/8"], "10.0.0.2", &["6.6.6.6", "198.51.100.1", "10.0.0.3"]), "198.51.100.1");
        assert_eq!(from(&["10.0.0.0/8"], "10.0.0.2", &["nonsense"]), "10.0.0.2");
        assert_eq!(from(&["10.0.0.0/8"], "10.0.0.2", &[]), "10.0.0.2");
    }
}
