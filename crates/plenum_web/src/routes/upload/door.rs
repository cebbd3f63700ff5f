//! Who is let in: a session for reading what waits; for every change a session and a page of ours, or the token itself.

use crate::administrator::{Given, SESSION_SECONDS};
use crate::app::House;
use crate::cookies;
use crate::fault::Fault;
use crate::guard::Sender;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};

/// Whether the request bears a session of the administrator, or the token itself.
pub(crate) fn is_administrator(house: &House, headers: &HeaderMap) -> bool {
    let Some(administrator) = &house.app.administrator else { return false };
    let session = cookies::get(headers, cookies::SESSION);
    session.is_some_and(|session| administrator.is_session(session, house.now_ms())) || bears_token(house, headers)
}

/// Lets a change through.
///
/// A session counts only from a page of ours: other sites' pages could make a browser send its cookie (`SameSite`
/// forbids it, but not in every browser). Programs send the token with each request, which no other page can.
pub(crate) fn admit(house: &House, headers: &HeaderMap) -> Result<(), Fault> {
    let is_ours = Sender::of(headers, &house.app.origin) == Sender::OurPage;
    let may = bears_token(house, headers) || is_ours && is_administrator(house, headers);
    if may { Ok(()) } else { Err(Fault::not_allowed()) }
}

/// Says of a request that it was let in by [`admit`]: asked for before its body, so that a stranger is told nothing of it.
pub(crate) struct Admitted;

impl FromRequestParts<House> for Admitted {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Fault> {
        admit(house, &parts.headers).map(|()| Self)
    }
}

/// Compares the token that somebody gave: the cookie of a new session if it is right, `None` if not.
///
/// Errors: another site's page sent it; or too many wrong ones were given.
pub(crate) fn sign_in(house: &House, headers: &HeaderMap, token: &str) -> Result<Option<HeaderValue>, Fault> {
    if Sender::of(headers, &house.app.origin) == Sender::Stranger {
        return Err(Fault::not_allowed());
    }
    let Some(administrator) = &house.app.administrator else { return Err(Fault::not_allowed()) };
    match administrator.is_given(token, house.now_ms()) {
        Given::Right => {
            let session = administrator.new_session(house.now_ms());
            let is_secure = house.app.origin.starts_with("https://");
            Ok(Some(cookies::session(&session, SESSION_SECONDS, is_secure)))
        }
        Given::Wrong => Ok(None),
        Given::TooMany(seconds) => Err(Fault::too_many(seconds)),
    }
}

fn bears_token(house: &House, headers: &HeaderMap) -> bool {
    let line = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let token = line.and_then(|line| line.strip_prefix("Bearer "));
    let given = token.zip(house.app.administrator.as_ref());
    given.is_some_and(|(token, administrator)| administrator.is_given(token, house.now_ms()) == Given::Right)
}
