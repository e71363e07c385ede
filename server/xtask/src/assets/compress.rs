//! Compressed siblings, made once here so that no request pays for them.

use std::io::{Cursor, Write};

use anyhow::Result;
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};

/// Extensions of text and code; fonts and pictures are compressed already.
const COMPRESSIBLE: &[&str] = &["css", "js", "wasm", "svg", "txt", "json", "webmanifest"];

/// An encoding, and what its sibling's name ends in.
#[derive(Clone, Copy)]
pub enum Encoding {
    /// Quality 11, the best there is.
    Brotli,
    /// Level 9.
    Gzip,
}

impl Encoding {
    /// Both, in the order in which browsers prefer them.
    pub const ALL: [Self; 2] = [Self::Brotli, Self::Gzip];

    /// What is appended to the name of the file.
    pub fn suffix(self) -> &'static str {
        match self {
            Self::Brotli => ".br",
            Self::Gzip => ".gz",
        }
    }

    /// The compressed bytes; the same input always gives the same output.
    pub fn encode(self, bytes: &[u8]) -> Result<Vec<u8>> {
        match self {
            Self::Brotli => {
                let parameters = BrotliEncoderParams { quality: 11, size_hint: bytes.len(), ..Default::default() };
                let mut encoded = Vec::new();
                brotli::BrotliCompress(&mut Cursor::new(bytes), &mut encoded, &parameters)?;
                Ok(encoded)
            }
            Self::Gzip => {
                let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
                encoder.write_all(bytes)?;
                Ok(encoder.finish()?)
            }
        }
    }
}

/// Whether a file of this name gets siblings.
pub fn is_compressible(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, extension)| COMPRESSIBLE.contains(&extension))
}
