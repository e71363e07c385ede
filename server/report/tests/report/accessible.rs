//! What PDF/UA asks of every file, looked for in the file: tags, a language, a title, words for pictures, embedded fonts.

use domain::instrument::Instrument;
use domain::quick_check::{Answers, CheckData};
use domain::round::Mode;
use lopdf::{Dictionary, Document, Object, decode_text_string};

use crate::samples::{round, sides};
use crate::tree::{Element, tree};

/// A file of each kind, with its title.
fn files() -> [(&'static str, Document); 3] {
    let round = round(Mode::Named, 3, "Payments Risk", "Nightly, since May.", 2);
    let sides = sides(2);
    let answers = Answers::from([("PM4".to_owned(), "DK".to_owned())]);
    let check = CheckData::new(Instrument::builtin(), &answers, "25 November 2026".to_owned());
    [
        ("Where Payments Risk stands", report::render_pdf(&round.on_paper())),
        ("Payments Risk from round to round", report::render_comparison_pdf(&sides.on_paper())),
        ("What your quick check says", report::render_check_pdf(&check)),
    ]
    .map(|(title, pdf)| (title, Document::load_mem(&pdf.unwrap()).unwrap()))
}

fn dictionaries(document: &Document) -> impl Iterator<Item = &Dictionary> {
    document.objects.values().filter_map(|object| match object {
        Object::Dictionary(found) => Some(found),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    })
}

fn of_type<'d>(document: &'d Document, kind: &'static [u8]) -> impl Iterator<Item = &'d Dictionary> {
    dictionaries(document)
        .filter(move |one| one.get(b"Type").is_ok_and(|found| found.as_name().is_ok_and(|it| it == kind)))
}

/// Its language, and that it shows its title rather than the name of the file.
fn assert_introduced(document: &Document, title: &str) {
    let catalog = document.catalog().unwrap();
    assert_eq!(decode_text_string(catalog.get(b"Lang").unwrap()).unwrap(), "en-GB");
    let of = |key: &[u8]| catalog.get_deref(key, document).unwrap().as_dict().unwrap();
    assert!(of(b"MarkInfo").get(b"Marked").unwrap().as_bool().unwrap());
    assert!(of(b"ViewerPreferences").get(b"DisplayDocTitle").unwrap().as_bool().unwrap());
    let info = document.trailer.get_deref(b"Info", document).unwrap().as_dict().unwrap();
    let found = decode_text_string(info.get_deref(b"Title", document).unwrap()).unwrap();
    assert!(found.starts_with(title), "{found:?} is the title, not {title:?}");
}

/// Every page leads to the tree, and what it links to is said.
fn assert_pages_lead_to_the_tree(document: &Document) {
    for page in of_type(document, b"Page") {
        assert!(page.has(b"StructParents"), "{page:?}");
    }
    let links = dictionaries(document)
        .filter(|one| one.get(b"Subtype").is_ok_and(|it| it.as_name().is_ok_and(|it| it == b"Link")));
    for link in links {
        assert!(link.has(b"StructParent"), "{link:?}");
    }
}

/// Headings go down by one level at a time, pictures have words, and a cell at the head of a table says of what.
fn assert_heard(tree: &Element) {
    let mut level = 0;
    for element in tree.all() {
        match element.kind.as_str() {
            "Figure" => assert!(!element.alt.trim().is_empty(), "a picture has no words"),
            "TH" => assert!(element.scope.is_some(), "a heading cell is the heading of nothing"),
            "Table" => {
                let kinds: Vec<&str> = element.all().into_iter().map(|one| one.kind.as_str()).collect();
                assert!(kinds.contains(&"TH") && kinds.contains(&"TD"), "{kinds:?}");
            }
            "TR" => assert!(element.children.iter().all(|cell| ["TH", "TD"].contains(&cell.kind.as_str()))),
            kind => {
                if let Some(next) = kind.strip_prefix('H').and_then(|digit| digit.parse::<usize>().ok()) {
                    assert!(next <= level + 1, "a heading of level {next} follows one of level {level}");
                    level = next;
                }
            }
        }
    }
    assert!(level > 0, "there is no heading");
}

/// Every font is in the file and says which letters its shapes are.
fn assert_fonts_inside(document: &Document) {
    let descriptors: Vec<_> = of_type(document, b"FontDescriptor").collect();
    assert!(descriptors.len() >= 2);
    for descriptor in descriptors {
        assert!(
            [&b"FontFile"[..], b"FontFile2", b"FontFile3"].iter().any(|file| descriptor.has(file)),
            "{descriptor:?}"
        );
    }
    for font in of_type(document, b"Font").filter(|font| !font.has(b"FontDescriptor")) {
        assert!(font.has(b"ToUnicode"), "{font:?}");
    }
}

#[test]
fn every_file_can_be_heard_as_it_can_be_seen() {
    for (title, document) in files() {
        assert_introduced(&document, title);
        assert_pages_lead_to_the_tree(&document);
        assert_fonts_inside(&document);
        let tree = tree(&document);
        assert_heard(&tree);
        let count = |kind: &str| tree.all().iter().filter(|one| one.kind == kind).count();
        assert_eq!(count("H1"), 1, "{title}");
        assert!(count("Table") > 0, "{title}");
    }
}
