//! Language, theme and time zone, kept in cookies; then back to the page the reader came from.

use crate::addresses::local_or_home;
use crate::answer::{self, Outcome};
use crate::app::House;
use crate::cookies;
use crate::fault::Fault;
use crate::guard::Sender;
use crate::reader::one_of_six;
use axum::Form;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use plenum_model::Zone;
use plenum_pages::Theme;
use serde::Deserialize;

/// The fields of the form; each may be missing.
#[derive(Deserialize)]
pub(crate) struct Preferences {
    language: Option<String>,
    theme: Option<String>,
    zone: Option<String>,
    back: Option<String>,
}

/// `POST /preferences`
pub(crate) async fn set(State(house): State<House>, headers: HeaderMap, Form(wanted): Form<Preferences>) -> Outcome {
    if Sender::of(&headers, &house.app.origin) == Sender::Stranger {
        return Err(Fault::not_allowed());
    }
    let is_secure = house.app.origin.starts_with("https://");
    let mut response = answer::private(answer::see(local_or_home(wanted.back.as_deref().unwrap_or("/")))?);
    if let Some(language) = wanted.language.as_deref().and_then(one_of_six) {
        response.headers_mut().append(header::SET_COOKIE, cookies::preference(cookies::LANGUAGE, language, is_secure));
    }
    if let Some(theme) = wanted.theme.as_deref() {
        let theme = Theme::parse(theme).as_str();
        response.headers_mut().append(header::SET_COOKIE, cookies::preference(cookies::THEME, theme, is_secure));
    }
    if let Some(name) = wanted.zone.as_deref() {
        let zone = Zone::find(name).map_or("", Zone::name);
        response.headers_mut().append(header::SET_COOKIE, cookies::preference(cookies::ZONE, zone, is_secure));
    }
    Ok(response)
}
