//! All routes under their two layers.

use crate::app::{App, Shared};
use crate::{delivery, fault, routes};
use axum::Router;
use axum::middleware::from_fn_with_state;
use std::sync::Arc;
use tower_http::catch_panic::CatchPanicLayer;

/// All pages, feeds and JSON of one [`App`].
///
/// A panic in a handler becomes a 500 that says nothing of its cause. The listener must limit the time and size of
/// request heads: nothing here sees a request before its head is whole.
pub fn router(app: App) -> Router {
    plenum_pages::prepare();
    let upload_bytes = app.limits.upload_bytes;
    let house = Arc::new(Shared::new(app));
    routes::all(upload_bytes)
        .layer(CatchPanicLayer::custom(fault::of_panic))
        .layer(from_fn_with_state(Arc::clone(&house), delivery::deliver))
        .with_state(house)
}
