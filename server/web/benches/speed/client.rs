//! As much of an HTTP/1.1 client as a measurement needs: one connection that is kept, one request at a time.

use std::net::SocketAddr;
use std::str::from_utf8;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// A connection.
pub struct Client {
    stream: TcpStream,
    received: Vec<u8>,
}

/// A response as it came. The body is still in the chunks it was sent in, if it was.
pub struct Answer<'a> {
    pub status: u16,
    pub head: &'a str,
    pub body: &'a [u8],
}

impl Answer<'_> {
    pub fn header(&self, name: &str) -> Option<&str> {
        headers(self.head).find(|(given, _)| *given == name).map(|(_, value)| value)
    }

    /// The body in one piece.
    pub fn whole_body(&self) -> Vec<u8> {
        if self.header("transfer-encoding").is_none() {
            return self.body.to_owned();
        }
        let mut whole = Vec::new();
        let mut at = 0;
        while let Some((from, to)) = chunk(self.body, at).filter(|(from, to)| from < to) {
            whole.extend_from_slice(&self.body[from..to]);
            at = to + 2;
        }
        whole
    }
}

/// Names and values of the headers; the server writes names in small letters.
pub fn headers(head: &str) -> impl Iterator<Item = (&str, &str)> {
    head.lines().skip(1).filter_map(|line| line.split_once(": "))
}

impl Client {
    pub async fn connect(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).await.unwrap();
        stream.set_nodelay(true).unwrap();
        Self { stream, received: Vec::with_capacity(64 * 1024) }
    }

    /// Sends a request and reads the response to its end.
    pub async fn exchange(&mut self, request: &[u8]) -> Answer<'_> {
        self.stream.write_all(request).await.unwrap();
        self.received.clear();
        let mut head = 0;
        loop {
            assert!(self.stream.read_buf(&mut self.received).await.unwrap() > 0, "the server hung up");
            if head == 0 {
                let end = self.received.windows(4).position(|four| four == b"\r\n\r\n");
                head = end.map_or(0, |end| end + 4);
            }
            if head > 0 && is_whole(from_utf8(&self.received[..head]).unwrap(), &self.received[head..]) {
                break;
            }
        }
        let (head, body) = self.received.split_at(head);
        let head = from_utf8(head).unwrap();
        Answer { status: head[9..12].parse().unwrap(), head, body }
    }
}

fn is_whole(head: &str, body: &[u8]) -> bool {
    for (name, value) in headers(head) {
        match name {
            "content-length" => return body.len() >= value.parse().unwrap(),
            "transfer-encoding" => return all_chunks(body),
            _ => {}
        }
    }
    // Of what these clients ask for, only a 204 has neither.
    true
}

fn all_chunks(body: &[u8]) -> bool {
    let mut at = 0;
    while let Some((from, to)) = chunk(body, at) {
        if from == to {
            return true;
        }
        at = to + 2;
    }
    false
}

/// Where the chunk that is announced at `at` begins and ends, if it is here with the line end behind it.
fn chunk(body: &[u8], at: usize) -> Option<(usize, usize)> {
    let rest = body.get(at..)?;
    let line = rest.windows(2).position(|two| two == b"\r\n")?;
    let size = usize::from_str_radix(from_utf8(&rest[..line]).unwrap(), 16).unwrap();
    let from = at + line + 2;
    (body.len() >= from + size + 2).then_some((from, from + size))
}
