//! Reading a finished PDF back.

use lopdf::Document;

/// Whether the file's bytes hold this text outside compressed streams.
pub fn contains(pdf: &[u8], needle: &str) -> bool {
    pdf.windows(needle.len()).any(|window| window == needle.as_bytes())
}

/// How many pages the file has.
pub fn page_count(pdf: &[u8]) -> usize {
    Document::load_mem(pdf).unwrap().get_pages().len()
}

/// The text of all pages in order. Line breaks are spaces, and breaks allowed in long words are left out.
pub fn text_of(pdf: &[u8]) -> String {
    let document = Document::load_mem(pdf).unwrap();
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    squeezed(&document.extract_text(&pages).unwrap())
}

/// Text with single spaces and nothing invisible, as both sides of a comparison.
pub fn squeezed(text: &str) -> String {
    text.replace('\u{200B}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}
