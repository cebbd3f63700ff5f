//! Every address, by what it shows.

pub(crate) mod actors;
pub(crate) mod ask;
pub(crate) mod calendar;
pub(crate) mod claims;
pub(crate) mod compare;
pub(crate) mod digests;
pub(crate) mod document;
pub(crate) mod feedback;
pub(crate) mod file;
pub(crate) mod home;
pub(crate) mod house;
pub(crate) mod instruments;
pub(crate) mod library;
pub(crate) mod meetings;
pub(crate) mod paragraph;
pub(crate) mod positions;
pub(crate) mod preferences;
pub(crate) mod processes;
pub(crate) mod questions;
pub(crate) mod subscribe;
pub(crate) mod suggest;
pub(crate) mod upload;
pub(crate) mod votes;

use crate::answer::Outcome;
use crate::app::House;
use crate::fault::Fault;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

/// Forms hold less; only `/upload` takes more.
const FORM_BYTES: usize = 64 * 1024;
/// What a multipart body holds besides the file: names and borders.
const BORDER_BYTES: usize = 64 * 1024;

/// All routes.
pub(crate) fn all(upload_bytes: usize) -> Router<House> {
    let upload = post(upload::receive).layer(DefaultBodyLimit::max(upload_bytes.saturating_add(BORDER_BYTES)));
    Router::new()
        .route("/", get(home::page))
        .route("/index.json", get(home::json))
        .route("/index.atom", get(home::atom))
        .route("/ask", get(ask::page))
        .route("/ask/aloud", get(ask::aloud::events))
        .route("/ask/embed", get(ask::embed))
        .route("/api/v1/questions", post(ask::json))
        .route("/questions", post(questions::ask))
        .route("/questions/{id}", get(questions::one))
        .route("/feedback", post(feedback::receive).layer(DefaultBodyLimit::max(feedback::FORM_BYTES)))
        .route("/feedback/sent", get(feedback::sent))
        .route("/desk/feedback", get(feedback::desk))
        .route("/desk/feedback/{id}", post(feedback::settle))
        .route("/library", get(library::page))
        .route("/library.json", get(library::json))
        .route("/library.atom", get(library::atom))
        .route("/library/suggest", get(suggest::fragment))
        .route("/d/{*address}", get(document::any))
        .route("/processes", get(processes::list))
        .route("/processes.json", get(processes::list_json))
        .route("/processes.atom", get(processes::list_atom))
        .route("/processes/{slug}", get(processes::one))
        .route("/actors", get(actors::list))
        .route("/actors.json", get(actors::list_json))
        .route("/actors/compare", get(compare::page))
        .route("/actors/compare.json", get(compare::json))
        .route("/actors/{slug}", get(actors::one))
        .route("/debates", get(meetings::named::old_list))
        .route("/debates.json", get(meetings::named::old_list_json))
        .route("/debates/{slug}", get(meetings::named::old))
        .route("/votes", get(votes::list))
        .route("/votes.json", get(votes::list_json))
        .route("/votes.atom", get(votes::list_atom))
        .route("/votes/{id}", get(votes::one))
        .route("/processes/{slug}/news.atom", get(processes::news_atom))
        .route("/calendar", get(calendar::page))
        .route("/calendar.json", get(calendar::json))
        .route("/calendar.atom", get(calendar::atom))
        .route("/calendar.ics", get(calendar::file))
        .route("/claims", get(claims::index))
        .route("/claims.json", get(claims::index_json))
        .route("/claims/{*address}", get(claims::ledger))
        .route("/desk/claims/{*address}", get(claims::edit::form).post(claims::edit::enter))
        .route("/desk/claim-acts/{*address}", post(claims::edit::act))
        .route("/digests", get(digests::list))
        .route("/digests.json", get(digests::list_json))
        .route("/digests.atom", get(digests::list_atom))
        .route("/digests/{id}", get(digests::one))
        .route("/desk/digests", get(digests::desk::page).post(digests::desk::compose))
        .route("/desk/digests/{id}", get(digests::desk::edit))
        .route("/desk/digests/{id}/title", post(digests::desk::title))
        .route("/desk/digests/{id}/acts", post(digests::desk::act))
        .route("/desk/digests/{id}/sentences", post(digests::desk::add_sentence))
        .route("/desk/digests/{id}/sentences/{number}", post(digests::desk::change_sentence))
        .route("/instruments", get(instruments::list))
        .route("/instruments.json", get(instruments::list_json))
        .route("/instruments/{slug}", get(instruments::one))
        .route("/glossary", get(instruments::glossary))
        .route("/glossary.json", get(instruments::glossary_json))
        .route("/processes/{slug}/sessions/{session}", get(meetings::session))
        .route("/processes/{slug}/positions", get(positions::page).post(positions::edit::place))
        .route("/processes/{slug}/positions.json", get(positions::json))
        .route("/processes/{slug}/positions.csv", get(positions::csv))
        .route("/processes/{slug}/positions/edit", get(positions::edit::page))
        .route("/processes/{slug}/positions/issues", post(positions::edit::add_issue))
        .route("/processes/{slug}/positions/withdraw", post(positions::edit::withdraw))
        .route("/processes/{slug}/positions/pairs", post(positions::edit::pair))
        .route("/processes/{slug}/positions/pairs/withdraw", post(positions::edit::withdraw_pair))
        .route("/meetings", get(meetings::list::page))
        .route("/meetings.json", get(meetings::list::json))
        .route("/meetings.atom", get(meetings::list::atom))
        .route("/meetings/{id}", get(meetings::one))
        .route("/meetings/{id}/review", get(meetings::review::page))
        .route("/meetings/{id}/confirm", post(meetings::review::confirm_all))
        .route("/meetings/{id}/statements/{number}", get(meetings::statement::one).post(meetings::review::set))
        .route("/subscribe", get(subscribe::form).post(subscribe::ask))
        .route("/subscriptions/sent", get(subscribe::sent))
        .route("/subscriptions/ended", get(subscribe::ended))
        .route("/subscriptions/confirm/{token}", get(subscribe::confirm_page).post(subscribe::confirm))
        .route("/subscriptions/{token}", get(subscribe::all).post(subscribe::change))
        .route("/subscriptions/{token}/end", get(subscribe::end_page).post(subscribe::end))
        .route("/status", get(house::status))
        .route("/status.json", get(house::status_json))
        .route("/api", get(house::api))
        .route("/openapi.json", get(house::openapi))
        .route("/help", get(house::help))
        .route("/robots.txt", get(house::robots))
        .route("/sitemap.txt", get(house::sitemap))
        .route("/healthz", get(house::health))
        .route("/assets/{name}", get(house::asset))
        .route("/favicon.ico", get(house::favicon))
        .route("/preferences", post(preferences::set))
        .route("/upload", get(upload::form).merge(upload))
        .route("/upload/token", post(upload::give_token))
        .route("/upload/{number}", get(upload::review))
        .route("/upload/{number}/original", get(upload::original))
        .route("/upload/{number}/publish", post(upload::publish))
        .route("/upload/{number}/discard", post(upload::discard))
        .fallback(nothing_here)
        .method_not_allowed_fallback(other_method)
        .layer(DefaultBodyLimit::max(FORM_BYTES))
}

async fn nothing_here() -> Outcome {
    Err(Fault::no_page())
}

async fn other_method() -> Outcome {
    Err(Fault::no_such_method())
}
