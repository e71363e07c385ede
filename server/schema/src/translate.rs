//! From PostgreSQL's words to SQLite's.

/// Type words and what STRICT tables call them.
const TYPES: [(&str, &str); 4] =
    [("DOUBLE PRECISION", "REAL"), ("UUID", "BLOB"), ("BOOLEAN", "INTEGER"), ("BIGINT", "INTEGER")];

/// A table's last line, and what it becomes. The first that fits is taken.
const ENDINGS: [(&str, &str); 2] = [(");", ") STRICT;"), ("); -- without rowid", ") STRICT, WITHOUT ROWID;")];

/// Translates one migration. Comments are left alone.
pub fn to_sqlite(sql: &str) -> String {
    let mut translated = String::with_capacity(sql.len() + 64);
    for line in sql.lines() {
        if let Some((_, ending)) = ENDINGS.iter().find(|(original, _)| *original == line.trim_end()) {
            translated.push_str(ending);
        } else {
            let (code, comment) = line.split_at(line.find("--").unwrap_or(line.len()));
            let code = TYPES.iter().fold(code.to_owned(), |code, (from, to)| replace_word(&code, from, to));
            translated.push_str(&code);
            translated.push_str(comment);
        }
        translated.push('\n');
    }
    translated
}

/// Replaces `from` where it is not part of a longer word.
fn replace_word(text: &str, from: &str, to: &str) -> String {
    let in_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut replaced = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(from) {
        let (before, behind) = (&rest[..at], &rest[at + from.len()..]);
        let whole = !before.ends_with(in_word) && !behind.starts_with(in_word);
        replaced.push_str(before);
        replaced.push_str(if whole { to } else { from });
        rest = behind;
    }
    replaced.push_str(rest);
    replaced
}

#[cfg(test)]
mod tests {
    use super::to_sqlite;

    #[test]
    fn types_become_those_of_strict_tables() {
        assert_eq!(
            to_sqlite("a UUID, b BOOLEAN NOT NULL, c BIGINT, d DOUBLE PRECISION, e TEXT"),
            "a BLOB, b INTEGER NOT NULL, c INTEGER, d REAL, e TEXT\n"
        );
    }

    #[test]
    fn a_table_becomes_strict_and_keeps_its_mark() {
        assert_eq!(to_sqlite("CREATE TABLE t (\n    id UUID\n);"), "CREATE TABLE t (\n    id BLOB\n) STRICT;\n");
        assert_eq!(to_sqlite("); -- without rowid"), ") STRICT, WITHOUT ROWID;\n");
    }

    #[test]
    fn names_comments_and_indexes_stay() {
        for same in ["MY_UUID UUIDS UUID_", "-- UUID, BOOLEAN", "CREATE INDEX i ON t (a);", "    CHECK (a > 0)"] {
            assert_eq!(to_sqlite(same), format!("{same}\n"));
        }
        assert_eq!(to_sqlite("n BIGINT, -- a BIGINT"), "n INTEGER, -- a BIGINT\n");
    }
}
