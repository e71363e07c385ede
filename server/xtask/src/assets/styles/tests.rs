use std::fs;
use std::path::Path;

use super::bundle;

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in files {
        fs::write(folder.path().join(name), content).unwrap();
    }
    folder
}

fn bundled(files: &[(&str, &str)]) -> anyhow::Result<String> {
    bundle(&folder(files).path().join("main.css"))
}

#[test]
fn imports_stand_in_their_layers_in_order() {
    let sheet = bundled(&[
        (
            "main.css",
            "/* the order */\n@layer base, parts;\n@import \"a.css\" layer(base);\n@import \"b.css\" layer(parts);\n",
        ),
        ("a.css", "/* why */\nbody {\n  margin: 0;\n\n}\n"),
        ("b.css", ".part { color: red }"),
    ]);
    assert_eq!(
        sheet.unwrap(),
        "@layer base, parts;\n@layer base {\nbody {\nmargin: 0;\n}\n}\n@layer parts {\n.part { color: red }\n}\n"
    );
}

#[test]
fn what_looks_like_a_comment_in_a_string_stays() {
    let sheet = bundled(&[
        ("main.css", "@import \"a.css\" layer(base);"),
        ("a.css", "a::before { content: \"/* \\\" */\" } /* gone */ b/**/c {}"),
    ]);
    assert_eq!(sheet.unwrap(), "@layer base {\na::before { content: \"/* \\\" */\" }   b c {}\n}\n");
}

#[test]
fn a_rule_in_the_main_file_is_refused_with_its_line() {
    let error = bundled(&[("main.css", "/*\n*/\nbody { margin: 0 }\n")]).unwrap_err();
    assert!(error.to_string().contains("main.css:3: expected"), "{error}");
}

#[test]
fn a_nested_import_an_open_comment_and_a_missing_file_are_refused() {
    let main = ("main.css", "@import \"a.css\" layer(base);");
    for (content, message) in [("@import \"b.css\";", "may import"), ("body {} /* open", "not closed")] {
        let error = bundled(&[main, ("a.css", content)]).unwrap_err();
        assert!(format!("{error:#}").contains(message), "{error:#}");
    }
    let error = bundled(&[main]).unwrap_err();
    assert!(format!("{error:#}").contains("cannot read"), "{error:#}");
    assert!(bundle(Path::new("/nowhere/main.css")).is_err());
}
