//! Accepting connections: no delay for small packets, time limits on what a client sends, and an orderly end.

use std::future::Future;
use std::net::{SocketAddr, TcpListener};
use std::time::Duration;

use axum::Router;
use axum_server::Handle;
use hyper_util::rt::TokioTimer;

/// How long a client may take to send its headers.
const HEADER_TIME: Duration = Duration::from_secs(10);
/// How long what is in flight may take after the end was asked for.
const GRACE: Duration = Duration::from_secs(10);

/// Serves until `end` comes about, then finishes what is in flight.
///
/// # Errors
/// The listener fails.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    end: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    listener.set_nonblocking(true)?;
    let handle: Handle<SocketAddr> = Handle::new();
    let stop = handle.clone();
    tokio::spawn(async move {
        end.await;
        tracing::info!("finishing what is in flight");
        stop.graceful_shutdown(Some(GRACE));
    });
    let mut server = axum_server::from_tcp(listener)?
        .handle(handle)
        .acceptor(axum_server::accept::NoDelayAcceptor::new())
        // Telling the protocol from its first bytes has no time limit of its own; browsers speak HTTP/1.1 without TLS.
        .http1_only();
    server.http_builder().http1().timer(TokioTimer::new()).header_read_timeout(HEADER_TIME);
    server.serve(router.into_make_service_with_connect_info::<SocketAddr>()).await
}
