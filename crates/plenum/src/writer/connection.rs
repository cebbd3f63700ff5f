//! One request by HTTP/1.1, plain or encrypted: the connection ends with the answer. No redirect is followed.

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::client::conn::http1;
use hyper::header::{self, HeaderValue};
use hyper::{Request, StatusCode, Uri};
use hyper_util::rt::TokioIo;
use plenum_web::ask::Unwritten;
use std::net::IpAddr;
use std::sync::Arc;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

/// Where the server is.
pub(super) struct Address {
    /// Without the brackets of IPv6.
    host: String,
    port: u16,
    /// `host:port`, as HTTP has it.
    authority: HeaderValue,
    path: Uri,
    /// With which name its certificate is compared, and by which authorities; `None`: not encrypted.
    encryption: Option<(TlsConnector, ServerName<'static>)>,
}

/// An answer on its way.
pub(super) struct Arriving {
    body: Incoming,
    first: Option<Bytes>,
    /// Whether it comes as events, word by word.
    pub(super) is_events: bool,
    // Drives the connection; dropped, it closes it.
    _connection: JoinSet<()>,
}

impl Address {
    /// Reads `https://host/v1`, with or without the final `/chat/completions`.
    ///
    /// Errors: what is wrong, in words that do not repeat the address: it may hold a password.
    pub(super) fn parse(url: &str) -> Result<Self, String> {
        let mut roots = RootCertStore::empty();
        roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
        Self::trusting(url, roots)
    }

    fn trusting(url: &str, roots: RootCertStore) -> Result<Self, String> {
        let wrong = || "--model-url must be written as https://host/v1 or http://127.0.0.1:8000/v1".to_owned();
        let uri: Uri = url.trim().parse().map_err(|_| wrong())?;
        let authority = uri.authority().ok_or_else(wrong)?;
        if authority.as_str().contains('@') || uri.query().is_some() {
            return Err("--model-url must hold neither a password nor a question mark; a key has its own file".into());
        }
        let host = authority.host().trim_matches(['[', ']']).to_owned();
        let is_encrypted = match uri.scheme_str() {
            Some("https") => true,
            Some("http") => false,
            _ => return Err(wrong()),
        };
        let port = authority.port_u16().unwrap_or(if is_encrypted { 443 } else { 80 });
        let base = uri.path().trim_end_matches('/').trim_end_matches("/chat/completions");
        let path = format!("{base}/chat/completions").parse().map_err(|_| wrong())?;
        let encryption = match is_encrypted {
            true => Some((encryption(roots), ServerName::try_from(host.clone()).map_err(|_| wrong())?)),
            false => None,
        };
        let authority = HeaderValue::from_str(authority.as_str()).map_err(|_| wrong())?;
        Ok(Self { host, port, authority, path, encryption })
    }

    /// Whether nobody on the way can read what is sent: it is encrypted, or does not leave this machine.
    pub(super) fn keeps_secrets(&self) -> bool {
        let is_here = self.host == "localhost" || self.host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback());
        self.encryption.is_some() || is_here
    }

    /// Posts a body of JSON; back as soon as the first piece of the answer has come.
    ///
    /// Errors: no connection, another status than 200, an end before the first piece.
    pub(super) async fn post(&self, body: Vec<u8>, authorization: Option<HeaderValue>) -> Result<Arriving, Unwritten> {
        let stream = TcpStream::connect((self.host.as_str(), self.port)).await.map_err(away)?;
        let request = self.request(body, authorization);
        match &self.encryption {
            None => exchange(stream, request).await,
            Some((connector, name)) => {
                let stream = connector.connect(name.clone(), stream).await.map_err(away)?;
                exchange(stream, request).await
            }
        }
    }

    fn request(&self, body: Vec<u8>, authorization: Option<HeaderValue>) -> Request<Full<Bytes>> {
        let mut request = Request::post(self.path.clone());
        if let Some(headers) = request.headers_mut() {
            headers.insert(header::HOST, self.authority.clone());
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
            headers.insert(header::ACCEPT, HeaderValue::from_static("text/event-stream, application/json"));
            headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
            headers.extend(authorization.map(|value| (header::AUTHORIZATION, value)));
        }
        request.body(Full::from(body)).expect("the path was read when the program started, and the headers are values")
    }
}

/// Encryption as for letters: one cipher library, no authorities but those given.
fn encryption(roots: RootCertStore) -> TlsConnector {
    let provider = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("ring knows the versions that rustls takes for safe");
    TlsConnector::from(Arc::new(config.with_root_certificates(roots).with_no_client_auth()))
}

async fn exchange<S>(stream: S, request: Request<Full<Bytes>>) -> Result<Arriving, Unwritten>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.map_err(away)?;
    let mut driven = JoinSet::new();
    driven.spawn(async move {
        // What goes wrong is told where the answer is awaited.
        let _ = connection.await;
    });
    let response = sender.send_request(request).await.map_err(away)?;
    if response.status() != StatusCode::OK {
        return Err(Unwritten::Refused(response.status().as_u16()));
    }
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let is_events = kind.starts_with("text/event-stream");
    let mut arriving = Arriving { body: response.into_body(), first: None, is_events, _connection: driven };
    arriving.first = arriving.next().await?;
    Ok(arriving)
}

impl Arriving {
    /// The next piece; `None` at the end.
    pub(super) async fn next(&mut self) -> Result<Option<Bytes>, Unwritten> {
        if let Some(first) = self.first.take() {
            return Ok(Some(first));
        }
        loop {
            match self.body.frame().await {
                None => return Ok(None),
                Some(Err(_)) => return Err(Unwritten::BrokenOff),
                Some(Ok(frame)) => {
                    if let Ok(data) = frame.into_data() {
                        return Ok(Some(data));
                    }
                }
            }
        }
    }
}

/// What the network said; the server's own words are in none of it.
fn away(error: impl std::fmt::Display) -> Unwritten {
    Unwritten::Away(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpListener;
    use tokio_rustls::TlsAcceptor;
    use tokio_rustls::rustls::ServerConfig;
    use tokio_rustls::rustls::pki_types::pem::PemObject;
    use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

    // Invented for this test; nobody trusts this authority, and its own key is gone.
    const AUTHORITY: &[u8] = include_bytes!("../../tests/tls/authority.pem");
    const CERTIFICATE: &[u8] = include_bytes!("../../tests/tls/server.pem");
    const KEY: &[u8] = include_bytes!("../../tests/tls/server-key.pem");

    /// A server named localhost that says the same to all; its port.
    async fn encrypted_server() -> u16 {
        let certificate = CertificateDer::from_pem_slice(CERTIFICATE).expect("a certificate");
        let key = PrivateKeyDer::from_pem_slice(KEY).expect("a key");
        let provider = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .and_then(|config| config.with_no_client_auth().with_single_cert(vec![certificate], key));
        let acceptor = TlsAcceptor::from(Arc::new(config.expect("a configuration")));
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let Ok(mut stream) = acceptor.accept(stream).await else { continue };
                let mut head = [0; 4096];
                let read = stream.read(&mut head).await.unwrap_or(0);
                let heard = String::from_utf8_lossy(&head[..read]).contains("authorization: Bearer k");
                let reply = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{heard}", heard.to_string().len());
                stream.write_all(reply.as_bytes()).await.ok();
                stream.shutdown().await.ok();
            }
        });
        port
    }

    async fn posted(address: &Address) -> Result<Option<Bytes>, Unwritten> {
        let key = HeaderValue::from_static("Bearer k");
        address.post(b"{}".to_vec(), Some(key)).await?.next().await
    }

    #[tokio::test]
    async fn an_encrypted_server_is_asked_if_its_authority_is_known_and_its_name_is_right() {
        let port = encrypted_server().await;
        let known = || {
            let mut roots = RootCertStore::empty();
            roots.add(CertificateDer::from_pem_slice(AUTHORITY).expect("a certificate")).expect("an authority");
            roots
        };
        let address = |host: &str| format!("https://{host}:{port}/v1");
        let right = Address::trusting(&address("localhost"), known()).expect("an address");
        assert_eq!(posted(&right).await, Ok(Some(Bytes::from_static(b"true"))));
        let unknown = Address::parse(&address("localhost")).expect("an address");
        let misnamed = Address::trusting(&address("127.0.0.1"), known()).expect("an address");
        for wrong in [unknown, misnamed] {
            assert!(matches!(posted(&wrong).await, Err(Unwritten::Away(_))));
        }
    }

    #[tokio::test]
    async fn nothing_is_said_in_clear_to_a_server_that_does_not_encrypt() {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let address = Address::parse(&format!("https://localhost:{port}/v1")).expect("an address");
        let heard = async {
            let (mut stream, _) = listener.accept().await.expect("it calls");
            let mut heard = [0; 4096];
            let read = stream.read(&mut heard).await.unwrap_or(0);
            stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await.ok();
            String::from_utf8_lossy(&heard[..read]).into_owned()
        };
        let (posted, heard) = tokio::join!(posted(&address), heard);
        assert!(matches!(posted, Err(Unwritten::Away(_))) && !heard.contains("Bearer"), "{heard}");
    }
}
