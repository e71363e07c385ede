//! An organisation's logo on its reports: a picture that draws and does nothing else.

/// Most bytes of a logo.
pub const MOST_BYTES: usize = 256 * 1024;
/// Most pixels of a side.
pub const MOST_PIXELS: u32 = 4_000;

/// The first bytes of every PNG (ISO/IEC 15948, 5.2), and of the chunk that has to follow them.
const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

/// What a drawing may not hold: whatever runs, loads, or stands for something that is not there to be read. Words would
/// be set in another font, so a drawing has to have them as outlines.
const FORBIDDEN: [&str; 13] = [
    "<!doctype",
    "<!entity",
    "<script",
    "<foreignobject",
    "<image",
    "<iframe",
    "<text",
    "<style",
    "<use",
    "javascript:",
    "data:",
    "@import",
    "\\",
];

/// In which form the picture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogoKind {
    /// Pixels.
    Png,
    /// A drawing.
    Svg,
}

impl LogoKind {
    /// "png" or "svg".
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
        }
    }
}

/// A logo that has been looked at: its form is that of its content, it is of a modest size, and neither loads nor runs
/// anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    kind: LogoKind,
    bytes: Vec<u8>,
}

/// Why a file is no logo.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LogoFault {
    /// More than [`MOST_BYTES`].
    #[error("The file is too large: {} KiB are the most.", MOST_BYTES / 1024)]
    TooLarge,
    /// Neither PNG nor SVG, whatever its name says.
    #[error("This is neither a PNG nor an SVG picture.")]
    Unknown,
    /// A side of no pixels or of more than [`MOST_PIXELS`].
    #[error("The picture has {0} by {1} pixels; a side has 1 to {MOST_PIXELS}.")]
    Pixels(u32, u32),
    /// A drawing that holds what may not be in one.
    #[error("The drawing holds “{0}”, which is not allowed in a logo. Save it as plain outlines.")]
    Forbidden(String),
}

impl Logo {
    /// Looks at a file.
    ///
    /// # Errors
    /// What is wrong with it, for whoever chose it.
    pub fn new(bytes: Vec<u8>) -> Result<Self, LogoFault> {
        if bytes.len() > MOST_BYTES {
            return Err(LogoFault::TooLarge);
        }
        let kind = if bytes.starts_with(SIGNATURE) {
            pixels(&bytes)?;
            LogoKind::Png
        } else {
            drawing(&bytes)?;
            LogoKind::Svg
        };
        Ok(Self { kind, bytes })
    }

    /// Its form.
    #[must_use]
    pub const fn kind(&self) -> LogoKind {
        self.kind
    }

    /// The file.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// Width and height are the first eight bytes after the signature (11.2.2).
fn pixels(bytes: &[u8]) -> Result<(), LogoFault> {
    let side = |place: usize| {
        let found = bytes.get(SIGNATURE.len() + place..)?.first_chunk::<4>()?;
        Some(u32::from_be_bytes(*found))
    };
    let (width, height) = side(0).zip(side(4)).ok_or(LogoFault::Unknown)?;
    let fits = |side: u32| (1..=MOST_PIXELS).contains(&side);
    if fits(width) && fits(height) { Ok(()) } else { Err(LogoFault::Pixels(width, height)) }
}

fn drawing(bytes: &[u8]) -> Result<(), LogoFault> {
    let text = std::str::from_utf8(bytes).map_err(|_| LogoFault::Unknown)?.to_lowercase();
    let body = text.trim_start_matches('\u{feff}').trim_start();
    let begins = body.starts_with("<svg") || (body.starts_with("<?xml") && body.contains("<svg"));
    if !begins || !body.trim_end().ends_with("</svg>") {
        return Err(LogoFault::Unknown);
    }
    if let Some(found) = FORBIDDEN.iter().find(|one| text.contains(**one)) {
        return Err(LogoFault::Forbidden((*found).to_owned()));
    }
    let handler = text.split_whitespace().find(|word| word.starts_with("on") && word.contains('='));
    match handler {
        Some(word) => Err(LogoFault::Forbidden(word.chars().take(20).collect())),
        None if !text.split("url(").skip(1).all(local) => Err(LogoFault::Forbidden("url(".to_owned())),
        None if text.contains("href") => Err(LogoFault::Forbidden("href".to_owned())),
        None => Ok(()),
    }
}

/// Whether a reference, from behind its bracket on, is to something in the drawing itself.
fn local(reference: &str) -> bool {
    reference.trim_start_matches([' ', '\t', '\n', '\r', '"', '\'']).starts_with('#')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        [SIGNATURE, &width.to_be_bytes(), &height.to_be_bytes(), &[8, 6, 0, 0, 0]].concat()
    }

    fn svg(body: &str) -> Result<LogoKind, LogoFault> {
        let text = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">{body}</svg>");
        Logo::new(text.into_bytes()).map(|logo| logo.kind())
    }

    #[test]
    fn the_form_is_that_of_the_content() {
        assert_eq!(Logo::new(png(400, 100)).map(|logo| logo.kind()), Ok(LogoKind::Png));
        assert_eq!(svg("<path d=\"M0 0h9v9z\" fill=\"url(#a)\"/>"), Ok(LogoKind::Svg));
        for other in [&b""[..], b"GIF89a", b"\xff\xd8\xff\xe0", b"<html></html>", b"<svg>", &png(4, 4)[..20]] {
            assert_eq!(Logo::new(other.to_vec()), Err(LogoFault::Unknown), "{other:?}");
        }
    }

    #[test]
    fn size_is_limited() {
        assert_eq!(Logo::new(vec![b' '; MOST_BYTES + 1]), Err(LogoFault::TooLarge));
        for (width, height) in [(0, 9), (9, 0), (MOST_PIXELS + 1, 9), (9, u32::MAX)] {
            assert_eq!(Logo::new(png(width, height)), Err(LogoFault::Pixels(width, height)));
        }
        assert!(Logo::new(png(MOST_PIXELS, 1)).is_ok());
    }

    #[test]
    fn a_drawing_loads_and_runs_nothing() {
        for bad in [
            "<script>1</script>",
            "<SCRIPT/>",
            "<path onload=\"x()\"/>",
            "<path\nONCLICK = \"x()\" onclick=\"x()\"/>",
            "<a href=\"https://example.org\"/>",
            "<a xlink:href='#x'/>",
            "<image/>",
            "<use/>",
            "<foreignObject/>",
            "<path fill=\"url(https://example.org/x)\"/>",
            "<path fill=\"url( 'x')\"/>",
            "<style>@import 'x';</style>",
            "<text>Name</text>",
            "<path style=\"fill:u\\72l(x)\"/>",
            "<!ENTITY a \"b\">",
        ] {
            assert!(matches!(svg(bad), Err(LogoFault::Forbidden(_))), "{bad}: {:?}", svg(bad));
        }
    }
}
