//! A table of a file, read field by field. What is missing, of the wrong kind or not known is noted with its place and
//! reading goes on, so that one look at the list of problems is enough to mend a file.

use std::cell::RefCell;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::instrument::problem::Log;

/// A value and the byte of the file where it stands.
#[derive(Clone, Debug)]
pub(super) struct Spot<T> {
    pub(super) value: T,
    pub(super) at: usize,
}

pub(super) struct Section<'a> {
    table: &'a DeTable<'a>,
    at: usize,
    path: String,
    read: Vec<&'static str>,
    log: &'a RefCell<Log<'a>>,
}

impl<'a> Section<'a> {
    pub(super) fn root(table: &'a DeTable<'a>, log: &'a RefCell<Log<'a>>) -> Self {
        Self { table, at: 0, path: String::new(), read: Vec::new(), log }
    }

    /// Where the table begins.
    pub(super) const fn at(&self) -> usize {
        self.at
    }

    /// Notes a problem with a field of this table; with the table itself, if `key` is empty.
    pub(super) fn problem(&self, at: usize, key: &str, message: impl Into<String>) {
        let field = match (self.path.is_empty(), key.is_empty()) {
            (true, _) => key.to_owned(),
            (false, true) => self.path.clone(),
            (false, false) => format!("{}.{key}", self.path),
        };
        self.log.borrow_mut().add(at, field, message.into());
    }

    fn find(&mut self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.read.push(key);
        self.table.get(key)
    }

    fn require(&mut self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        let found = self.find(key);
        if found.is_none() {
            self.problem(self.at, key, "is missing");
        }
        found
    }

    fn wrong_kind(&self, key: &str, expected: &str, found: &Spanned<DeValue<'_>>) {
        self.problem(found.span().start, key, format!("expected {expected}, found {}", kind(found.get_ref())));
    }

    fn string(&self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Spot<String>> {
        let at = value.span().start;
        if let DeValue::String(text) = value.get_ref() {
            return Some(Spot { value: text.trim().to_owned(), at });
        }
        self.wrong_kind(key, "a text", value);
        None
    }

    /// A text that has to be there and to say something. Missing: noted, and empty.
    pub(super) fn text(&mut self, key: &'static str) -> Spot<String> {
        let missing = Spot { value: String::new(), at: self.at };
        let Some(spot) = self.require(key).and_then(|value| self.string(key, value)) else { return missing };
        if spot.value.is_empty() {
            self.problem(spot.at, key, "is empty");
        }
        spot
    }

    /// A text of at most `most` characters.
    pub(super) fn short_text(&mut self, key: &'static str, most: usize) -> String {
        let spot = self.text(key);
        let length = spot.value.chars().count();
        if length > most {
            self.problem(spot.at, key, format!("has {length} characters; at most {most} fit"));
        }
        spot.value
    }

    /// A text that may be absent.
    pub(super) fn optional_text(&mut self, key: &'static str) -> Option<Spot<String>> {
        self.find(key).and_then(|value| self.string(key, value)).filter(|spot| !spot.value.is_empty())
    }

    /// A text that may be absent or empty: nothing then.
    pub(super) fn text_or_nothing(&mut self, key: &'static str) -> String {
        self.optional_text(key).map_or_else(String::new, |spot| spot.value)
    }

    /// One of a few words. Missing or another word: noted.
    pub(super) fn word<T: Copy>(&mut self, key: &'static str, words: &[(&str, T)]) -> Option<T> {
        let spot = self.text(key);
        let found = words.iter().find(|(word, _)| *word == spot.value);
        if found.is_none() && !spot.value.is_empty() {
            let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            let message = format!("\"{}\" is not known; use {}", spot.value, known.join(", "));
            self.problem(spot.at, key, message);
        }
        found.map(|(_, value)| *value)
    }

    /// A yes or no, with what holds if it is absent (`None`: it has to be there).
    pub(super) fn flag(&mut self, key: &'static str, absent: Option<bool>) -> bool {
        let found = if absent.is_none() { self.require(key) } else { self.find(key) };
        let Some(value) = found else { return absent.unwrap_or(false) };
        if let DeValue::Boolean(flag) = value.get_ref() {
            return *flag;
        }
        self.wrong_kind(key, "true or false", value);
        false
    }

    /// A whole number from `least` to `most` that may be absent.
    pub(super) fn optional_number(&mut self, key: &'static str, least: u8, most: u8) -> Option<Spot<u8>> {
        let value = self.find(key)?;
        let at = value.span().start;
        if let DeValue::Integer(number) = value.get_ref()
            && let Ok(parsed) = u8::from_str_radix(number.as_str(), number.radix())
            && (least..=most).contains(&parsed)
        {
            return Some(Spot { value: parsed, at });
        }
        let message = format!("expected a whole number from {least} to {most}");
        self.problem(at, key, message);
        None
    }

    /// A whole number that has to be there. Missing or out of range: noted, and `least`.
    pub(super) fn number(&mut self, key: &'static str, least: u8, most: u8) -> Spot<u8> {
        if !self.table.contains_key(key) {
            self.require(key);
            return Spot { value: least, at: self.at };
        }
        self.optional_number(key, least, most).unwrap_or(Spot { value: least, at: self.at })
    }

    fn array(&mut self, key: &'static str, required: bool) -> Option<(usize, &'a [Spanned<DeValue<'a>>])> {
        let value = if required { self.require(key)? } else { self.find(key)? };
        if let DeValue::Array(list) = value.get_ref() {
            return Some((value.span().start, list));
        }
        self.wrong_kind(key, "a list", value);
        None
    }

    /// A list of texts that has to be there, and where it begins.
    pub(super) fn texts(&mut self, key: &'static str) -> Option<(usize, Vec<Spot<String>>)> {
        let (at, list) = self.array(key, true)?;
        Some((at, list.iter().filter_map(|value| self.string(key, value)).collect()))
    }

    /// Exactly so many texts, none of them empty. Anything else: noted, and `None`.
    pub(super) fn exactly<const N: usize>(&mut self, key: &'static str, needs: &str) -> Option<[String; N]> {
        let (at, list) = self.texts(key)?;
        if let Some(blank) = list.iter().find(|spot| spot.value.is_empty()) {
            self.problem(blank.at, key, "is empty");
        }
        let found = list.len();
        let texts: Result<[String; N], _> = list.into_iter().map(|spot| spot.value).collect::<Vec<_>>().try_into();
        if texts.is_err() {
            self.problem(at, key, format!("needs {needs}, found {found}"));
        }
        texts.ok()
    }

    /// A table that has to be there.
    pub(super) fn table(&mut self, key: &'static str) -> Option<Self> {
        let value = self.require(key)?;
        let path = self.path_to(key, None);
        self.inner(key, value, path)
    }

    /// A list of tables. Each is named by its `id`, else by its number, in the problems noted with it.
    pub(super) fn tables(&mut self, key: &'static str, required: bool) -> Vec<Self> {
        let Some((_, list)) = self.array(key, required) else { return Vec::new() };
        list.iter()
            .enumerate()
            .filter_map(|(i, value)| {
                let id = value.get_ref().get("id").and_then(|id| id.get_ref().as_str());
                let name = id.map_or_else(|| (i + 1).to_string(), str::to_owned);
                self.inner(key, value, self.path_to(key, Some(&name)))
            })
            .collect()
    }

    fn path_to(&self, key: &str, name: Option<&str>) -> String {
        let dot = if self.path.is_empty() { "" } else { "." };
        name.map_or_else(|| format!("{}{dot}{key}", self.path), |name| format!("{}{dot}{key}[{name}]", self.path))
    }

    fn inner(&self, key: &str, value: &'a Spanned<DeValue<'a>>, path: String) -> Option<Self> {
        if let DeValue::Table(table) = value.get_ref() {
            return Some(Self { table, at: value.span().start, path, read: Vec::new(), log: self.log });
        }
        self.wrong_kind(key, "a table", value);
        None
    }

    /// Ends the reading of this table: fields that nothing asked for are noted.
    pub(super) fn finish(self) {
        for (key, _) in self.table {
            if !self.read.contains(&key.get_ref().as_ref()) {
                let mut known = self.read.clone();
                known.sort_unstable();
                known.dedup();
                let message = format!("is not a field; known here: {}", known.join(", "));
                self.problem(key.span().start, key.get_ref(), message);
            }
        }
    }
}

const fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a decimal number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
