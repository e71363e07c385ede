//! Reading a finished PDF back.

use std::collections::BTreeMap;

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

/// The text of one page, the first being 1.
pub fn page_text(pdf: &[u8], page: u32) -> String {
    squeezed(&Document::load_mem(pdf).unwrap().extract_text(&[page]).unwrap())
}

/// How many elements of the tag tree are of each kind: headings, tables, figures.
pub fn tags(pdf: &[u8]) -> BTreeMap<String, usize> {
    let document = Document::load_mem(pdf).unwrap();
    let elements = document.objects.values().filter_map(|object| object.as_dict().ok());
    let kinds = elements.filter(|one| one.has(b"P")).filter_map(|one| one.get(b"S").ok()?.as_name().ok());
    let mut tags = BTreeMap::new();
    for kind in kinds {
        *tags.entry(String::from_utf8_lossy(kind).into_owned()).or_default() += 1;
    }
    tags
}
