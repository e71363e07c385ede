//! The tag tree of a finished PDF, which is what somebody hears who does not see it.

use lopdf::{Dictionary, Document, Object, decode_text_string};

/// An element of the tree.
pub struct Element {
    /// "H1", "Table", "Figure".
    pub kind: String,
    /// What is said in its place; empty where nothing is.
    pub alt: String,
    /// Of a table's heading cell: what it is the heading of.
    pub scope: Option<String>,
    pub children: Vec<Element>,
}

impl Element {
    /// The element and all below it, in reading order.
    pub fn all(&self) -> Vec<&Self> {
        [self].into_iter().chain(self.children.iter().flat_map(Self::all)).collect()
    }
}

/// Reads the whole tree of a file.
pub fn tree(document: &Document) -> Element {
    let root = document.catalog().unwrap().get_deref(b"StructTreeRoot", document).unwrap().as_dict().unwrap();
    assert!(root.has(b"ParentTree"), "nothing on the pages leads to the tree");
    Element { kind: "StructTreeRoot".into(), alt: String::new(), scope: None, children: children(document, root) }
}

fn children(document: &Document, parent: &Dictionary) -> Vec<Element> {
    let below = match parent.get_deref(b"K", document) {
        Ok(Object::Array(list)) => list.iter().map(|one| document.dereference(one).unwrap().1).collect(),
        Ok(one) => vec![one],
        Err(_) => Vec::new(),
    };
    // What is neither is a piece of a page.
    let elements = below.into_iter().filter_map(|one| one.as_dict().ok()).filter(|one| one.has(b"S"));
    elements.map(|one| element(document, one)).collect()
}

fn element(document: &Document, found: &Dictionary) -> Element {
    let alt = found.get_deref(b"Alt", document).ok().map(|alt| decode_text_string(alt).unwrap());
    Element {
        kind: name(found.get(b"S").unwrap()),
        alt: alt.unwrap_or_default(),
        scope: found.get_deref(b"A", document).ok().and_then(|attributes| scope(document, attributes)),
        children: children(document, found),
    }
}

/// The scope among an element's attributes, which are a dictionary or a list of them.
fn scope(document: &Document, attributes: &Object) -> Option<String> {
    match attributes {
        Object::Array(list) => list.iter().find_map(|one| scope(document, document.dereference(one).ok()?.1)),
        one => Some(name(one.as_dict().ok()?.get(b"Scope").ok()?)),
    }
}

fn name(object: &Object) -> String {
    String::from_utf8_lossy(object.as_name().unwrap()).into_owned()
}
