//! Listening: connections with limits, so that slow or many strangers cannot hold the house.

use anyhow::Context as _;
use axum::Router;
use axum::extract::ConnectInfo;
use axum::http::Request;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::net::SocketAddr;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::net::{TcpListener, TcpSocket};
use tokio::sync::Semaphore;
use tower::Service;

const BACKLOG: u32 = 4096; // A meeting's opening: everybody comes within the same second.
const CONNECTIONS: usize = 8192; // Each holds about 30 kB: a quarter of a gigabyte at most.
const HEADERS_WITHIN: Duration = Duration::from_secs(10);
const HEADER_BYTES: usize = 32 * 1024;
const CLOSE_WITHIN: Duration = Duration::from_secs(5);

/// Listens on an address.
///
/// Errors: the address is taken or not this machine's; the message says which address.
pub async fn bind(address: SocketAddr) -> anyhow::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
    socket.set_reuseaddr(true)?;
    socket.bind(address).with_context(|| format!("{address} cannot be listened on; name another with --listen"))?;
    Ok(socket.listen(BACKLOG)?)
}

/// Answers until the program is told to stop; then lets the answers under way finish.
pub async fn serve(listener: TcpListener, router: Router) -> anyhow::Result<()> {
    let mut builder = Builder::new(TokioExecutor::new());
    builder.http1().timer(TokioTimer::new()).header_read_timeout(HEADERS_WITHIN).max_buf_size(HEADER_BYTES);
    builder.http2().timer(TokioTimer::new()).max_concurrent_streams(100);
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    let graceful = GracefulShutdown::new();
    let mut stop = std::pin::pin!(told_to_stop());
    loop {
        let place = Arc::clone(&places).acquire_owned().await?;
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        let Ok((stream, peer)) = accepted else {
            // Out of file handles, or the caller has gone: give the others time to end.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        stream.set_nodelay(true).ok(); // Only a wish: a connection that refuses it is served all the same.
        let service = TowerToHyperService::new(WithPeer { router: router.clone(), peer });
        let connection = builder.serve_connection(TokioIo::new(stream), service).into_owned();
        let watched = graceful.watch(connection);
        tokio::spawn(async move {
            if let Err(error) = watched.await {
                tracing::debug!("a connection ended early: {error}");
            }
            drop(place);
        });
    }
    tokio::time::timeout(CLOSE_WITHIN, graceful.shutdown()).await.ok(); // Whoever is slower than this is cut off.
    Ok(())
}

/// The router, told with each request who asks: some things are counted by client.
#[derive(Clone)]
struct WithPeer {
    router: Router,
    peer: SocketAddr,
}

impl<B> Service<Request<B>> for WithPeer
where
    Router: Service<Request<B>>,
{
    type Response = <Router as Service<Request<B>>>::Response;
    type Error = <Router as Service<Request<B>>>::Error;
    type Future = <Router as Service<Request<B>>>::Future;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        Service::<Request<B>>::poll_ready(&mut self.router, context)
    }

    fn call(&mut self, mut request: Request<B>) -> Self::Future {
        request.extensions_mut().insert(ConnectInfo(self.peer));
        self.router.call(request)
    }
}

async fn told_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let terminated = async {
        match signal(SignalKind::terminate()) {
            Ok(mut signal) => signal.recv().await,
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminated => {}
    }
}
