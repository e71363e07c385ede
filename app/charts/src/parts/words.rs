//! What descriptions are made of.

use crate::Reading;

/// "a, b and c".
pub(crate) fn list<T: AsRef<str>>(parts: &[T]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

/// "1 row", "3 rows".
pub(crate) fn count(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {many}") }
}

/// The first of those with the highest figure.
pub(crate) fn highest<'a, T>(all: impl IntoIterator<Item = &'a T>, reading: impl Fn(&T) -> Reading) -> Option<&'a T> {
    let told = all.into_iter().filter_map(|one| Some((one, reading(one).index()?)));
    told.reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(one, _)| one)
}

/// The first of those with the lowest figure.
pub(crate) fn lowest<'a, T>(all: impl IntoIterator<Item = &'a T>, reading: impl Fn(&T) -> Reading) -> Option<&'a T> {
    let told = all.into_iter().filter_map(|one| Some((one, reading(one).index()?)));
    told.reduce(|best, next| if next.1 < best.1 { next } else { best }).map(|(one, _)| one)
}
