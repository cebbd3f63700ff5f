//! How often one client may have something kept, sent or written: a few times an hour, and all clients together not without end.

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap};
use std::collections::HashMap;
use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Mutex, PoisonError};

/// Counts what clients asked for in the current hour.
pub(crate) struct Throttle {
    by_one: u32,
    counted: Mutex<Counted>,
}

impl Default for Throttle {
    fn default() -> Self {
        Self::of(BY_ONE)
    }
}

#[derive(Default)]
struct Counted {
    hour: i64,
    total: u32,
    by_client: HashMap<Client, u32>,
}

/// Who asks: an address of the network, of IPv6 only the half that one household or office has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Client(Option<IpAddr>);

const BY_ONE: u32 = 10; // A person follows a few things in one go; a mission shares an address.
const BY_ALL: u32 = 600; // A letter every six seconds: more would make any mail server take us for a spammer.
const HOUR_MS: i64 = 60 * 60 * 1000;

impl Throttle {
    /// One that admits each client so many times an hour.
    pub(crate) fn of(by_one: u32) -> Self {
        Self { by_one, counted: Mutex::default() }
    }

    /// Counts one more; or says after how many seconds to try again.
    pub(crate) fn admit(&self, client: Client, now_ms: i64) -> Result<(), u64> {
        let mut counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        let hour = now_ms.div_euclid(HOUR_MS);
        if counted.hour != hour {
            *counted = Counted { hour, ..Counted::default() };
        }
        let own = counted.by_client.get(&client).copied().unwrap_or(0);
        if own >= self.by_one || counted.total >= BY_ALL {
            let left_ms = HOUR_MS - now_ms.rem_euclid(HOUR_MS);
            return Err(u64::try_from(left_ms / 1000).unwrap_or(0) + 1);
        }
        counted.total += 1; // So the table of clients never grows beyond that number either.
        counted.by_client.insert(client, own + 1);
        Ok(())
    }
}

impl<S: Sync> FromRequestParts<S> for Client {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of(&parts.extensions, &parts.headers))
    }
}

impl Client {
    /// Who sent a request. A proxy on this machine is believed when it says for whom it asks; nobody else is.
    pub(crate) fn of(extensions: &Extensions, headers: &HeaderMap) -> Self {
        let peer = extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
        let forwarded = || {
            let last = headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
            last.rsplit(',').next()?.trim().parse().ok()
        };
        let address = if peer.is_some_and(|ip| ip.is_loopback()) { forwarded().or(peer) } else { peer };
        Self(address.map(network))
    }
}

fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(v6) => match v6.to_ipv4_mapped() {
            Some(v4) => IpAddr::V4(v4),
            None => {
                let [a, b, c, d, ..] = v6.segments();
                IpAddr::V6([a, b, c, d, 0, 0, 0, 0].into())
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn client(peer: &str, forwarded: Option<&'static str>) -> Client {
        let mut extensions = Extensions::new();
        let ip: IpAddr = peer.parse().expect("an address");
        extensions.insert(ConnectInfo(SocketAddr::new(ip, 4000)));
        let mut headers = HeaderMap::new();
        if let Some(line) = forwarded {
            headers.insert("x-forwarded-for", HeaderValue::from_static(line));
        }
        Client::of(&extensions, &headers)
    }

    #[test]
    fn only_a_proxy_of_this_machine_is_believed() {
        assert_eq!(client("127.0.0.1", Some("6.6.6.6, 192.0.2.1")), client("192.0.2.1", None));
        assert_ne!(client("192.0.2.2", Some("192.0.2.1")), client("192.0.2.1", None));
        assert_eq!(client("2001:db8::1", None), client("2001:db8::ffff", None));
        assert_ne!(client("2001:db8::1", None), client("2001:db8:0:1::1", None));
    }

    #[test]
    fn one_client_is_slowed_down_alone_and_all_together_at_last() {
        let throttle = Throttle::default();
        let one = client("192.0.2.1", None);
        assert!((0..BY_ONE).all(|_| throttle.admit(one, 0).is_ok()));
        assert_eq!(throttle.admit(one, 0), Err(3601));
        assert!(throttle.admit(client("192.0.2.2", None), 0).is_ok() && throttle.admit(one, HOUR_MS).is_ok());
        let many = (0..u32::MAX).map(|n| Client(Some(IpAddr::V4(n.into()))));
        let admitted = many.take_while(|client| throttle.admit(*client, 2 * HOUR_MS).is_ok()).count();
        assert_eq!(admitted, BY_ALL as usize);
    }
}
