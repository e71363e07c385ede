//! Files of answers that are not sound are refused, with the place of what is wrong.

use std::fmt::Write as _;

use domain::answers_file::{FileError, Format, MAX_BYTES, MAX_RESPONDENTS, read};
use domain::instrument::Instrument;

fn error(text: &[u8], format: Format) -> FileError {
    read(Instrument::builtin(), text, format).unwrap_err()
}

/// The result of scoring, as text, so that sheets can be compared.
fn result(text: &str, format: Format) -> String {
    let instrument = Instrument::builtin();
    let sheet = read(instrument, text.as_bytes(), format).unwrap();
    serde_json::to_string(&domain::scoring::score(instrument, &sheet)).unwrap()
}

const ROLES: &str = "Use DS, MLE, DE, OPS, SWE, MGR, PO, GRC, EXE.";
const SCALE: &str = "is not on the scale. Choose a number from 1 to 5, DK (don't know) or NA (not applicable).";

#[test]
fn bad_csv_is_told_by_line_and_column() {
    let version = &Instrument::builtin().version;
    for (text, expected) in [
        ("", "line 1, column 1 (respondent): The file is empty. It has to begin with a header.".to_owned()),
        ("\n \n", "line 1, column 1 (respondent): The file is empty. It has to begin with a header.".to_owned()),
        (
            "r1,DS,3\n",
            "line 1, column 1 (respondent): The header has to begin with respondent,role; \"r1\" stands here."
                .to_owned(),
        ),
        (
            "respondent,TE1-1\nr1,3\n",
            "line 1, column 2 (role): The header has to begin with respondent,role; \"TE1-1\" stands here.".to_owned(),
        ),
        (
            "respondent;role;TE1-1\n",
            "line 1, column 1 (respondent): The header has to begin with respondent,role; \"respondent;role;TE1-1\" \
             stands here. Put commas between the columns."
                .to_owned(),
        ),
        (
            "respondent,role,TE1-1,TE9-1\nr1,DS,3,3\n",
            format!("line 1, column 4 (TE9-1): There is no item or metric \"TE9-1\" in mldevops {version}."),
        ),
        (
            "respondent,role,TE1-1,TE1-1\nr1,DS,3,3\n",
            "line 1, column 4 (TE1-1): The header has this column twice.".to_owned(),
        ),
        (
            "respondent,role,TE1-1\nr1,DS,3\n\nr2,XX;DS,3\n",
            format!("line 4, column 2 (role): There is no job role \"XX\". {ROLES}"),
        ),
        ("respondent,role,TE1-1\nr1,DS,6\n", format!("line 2, column 3 (TE1-1): \"6\" {SCALE}")),
        ("respondent,role,TE1-1\r\nr1,DS,3\r\nr2,DS,x\r\n", format!("line 3, column 3 (TE1-1): \"x\" {SCALE}")),
        ("respondent,role,TE1-1\rr1,DS,3\rr2,DS,0\r", format!("line 3, column 3 (TE1-1): \"0\" {SCALE}")),
        (
            "respondent,role,TE1-1,PM4\nr1,DS,3,100.5\n",
            "line 2, column 4 (PM4): \"100.5\" is not a percentage. Choose a number from 0 to 100, for example 12.5."
                .to_owned(),
        ),
        (
            "respondent,role,PM1\nr1,DS,7\n",
            "line 2, column 3 (PM1): \"7\" is not on the scale. Choose a number from 1 to 6, DK or NA.".to_owned(),
        ),
        (
            "respondent,role,TE1-1\nr1,DS,3\nr2,DS,3\nr1,OPS,4\n",
            "line 4, column 1 (respondent): The respondent \"r1\" is in line 2 already.".to_owned(),
        ),
        (
            "respondent,role,TE1-1\n,DS,3\n",
            "line 2, column 1 (respondent): The respondent has no name. Any text will do.".to_owned(),
        ),
        (
            "respondent,role,TE1-1,TE1-2\nr1,DS,3\n",
            "line 2, column 4 (TE1-2): The row has 3 values; the header has 4 columns.".to_owned(),
        ),
        (
            "respondent,role,TE1-1\nr1,DS,3,4\n",
            "line 2, column 4: The row has 4 values; the header has 3 columns.".to_owned(),
        ),
        (
            "respondent,role,TE1-1\n\"r\n1\",DS,3\nr2,\"DS,3\n",
            "line 4, column 2: The quotation mark at the beginning of this value is never closed.".to_owned(),
        ),
        (
            "respondent,role,TE1-1\n\"r1\"x,DS,3\n",
            "line 2, column 1: There is text after the quotation mark that closes this value.".to_owned(),
        ),
        ("respondent,role,TE1-1\n", "line 2, column 1 (respondent): There are no respondents in the file.".to_owned()),
        ("respondent,role,TE1-1", "line 1, column 1 (respondent): There are no respondents in the file.".to_owned()),
    ] {
        assert_eq!(error(text.as_bytes(), Format::Csv).to_string(), expected, "of {text:?}");
    }
}

#[test]
fn bad_json_is_told_by_line_and_column() {
    let version = &Instrument::builtin().version;
    for (text, expected) in [
        ("", "line 1, column 1: EOF while parsing a value".to_owned()),
        ("[]", "line 1, column 1: invalid type: sequence, expected an object with the field `respondents`".to_owned()),
        ("{}", "line 1, column 2: missing field `respondents`".to_owned()),
        ("{\"respondents\":[]}", "line 1, column 17: There are no respondents in the file.".to_owned()),
        ("{\"people\":[]}", "line 1, column 9: unknown field `people`, expected `respondents`".to_owned()),
        (
            "{\"respondents\":[\n  {\"id\":\"r1\",\"answer\":{}}\n]}",
            "line 2, column 21: unknown field `answer`, expected one of `id`, `roles`, `answers`".to_owned(),
        ),
        ("{\"respondents\":[\n{\"answers\":{}}\n]}", "line 2, column 14: missing field `id`".to_owned()),
        (
            "{\"respondents\":[{\"id\":\"r1\",\"roles\":[\"DS\",\"QA\"]}]}",
            format!("line 1, column 45: There is no job role \"QA\". {ROLES}"),
        ),
        (
            "{\"respondents\":[{\"id\":\"r1\",\"answers\":{\n\"TE1-1\":3,\n\"TE1-2\":9}}]}",
            format!("line 3, column 9: TE1-2: \"9\" {SCALE}"),
        ),
        (
            "{\"respondents\":[{\"id\":\"r1\",\"answers\":{\n\"TE1-9\":3}}]}",
            format!("line 2, column 7: There is no item or metric \"TE1-9\" in mldevops {version}."),
        ),
        (
            "{\"respondents\":[{\"id\":\"é\",\"answers\":{\"TE1-1\":\"dk\"}}]}",
            format!("line 1, column 49: TE1-1: \"dk\" {SCALE}"),
        ),
        (
            "{\"respondents\":[{\"id\":\"r1\",\"answers\":{\"TE1-1\":true}}]}",
            "line 1, column 50: invalid type: boolean `true`, expected a number, \"DK\", \"NA\" or null".to_owned(),
        ),
        (
            "{\"respondents\":[{\"id\":\"r1\",\"answers\":{\"TE1-1\":3,\"TE1-1\":4}}]}",
            "line 1, column 55: The answer to TE1-1 is there twice.".to_owned(),
        ),
        (
            "{\"respondents\":[{\"id\":\"r1\"},\n{\"id\":\"r1\"}]}",
            "line 2, column 11: The respondent \"r1\" is there already.".to_owned(),
        ),
        (
            "{\"respondents\":[{\"id\":\" \"}]}",
            "line 1, column 26: The respondent has no name. Any text will do.".to_owned(),
        ),
        ("{\"respondents\":[{\"id\":\"r1\"},]}", "line 1, column 29: trailing comma".to_owned()),
        ("{\"respondents\":[{\"id\":\"r1\"}]} x", "line 1, column 31: trailing characters".to_owned()),
        (
            "{\"respondents\":[{\"id\":\"r1\",\"answers\":{\"PM4\":1e3}}]}",
            "line 1, column 47: PM4: \"1000\" is not a percentage. Choose a number from 0 to 100, for example 12.5."
                .to_owned(),
        ),
    ] {
        assert_eq!(error(text.as_bytes(), Format::Json).to_string(), expected, "of {text}");
    }
}

#[test]
fn what_is_not_utf8_is_told_by_its_place() {
    let latin = b"respondent,role,TE1-1\nr1,DS,3\nM\xFCller,DS,3\n";
    let expected = "line 3, column 1: The file is not UTF-8 at character 2 of this line. Save it as UTF-8.";
    assert_eq!(error(latin, Format::Csv).to_string(), expected);
    let wide: Vec<u8> = std::iter::once(0xFEFF).chain("respondent".encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let expected =
        "line 1, column 1: The file is not UTF-8 at character 1 of this line (it is UTF-16). Save it as UTF-8.";
    assert_eq!(error(&wide, Format::Csv).to_string(), expected);
    assert_eq!(error(b"\n{\"respondents\": \"\xFF\"}", Format::Json).line, Some(2));
}

#[test]
fn a_file_that_is_too_large_is_refused_with_that_message() {
    let large = vec![b' '; MAX_BYTES + 1];
    for format in [Format::Csv, Format::Json] {
        let expected = "The file is larger than 50 MiB. Score it in parts.";
        assert_eq!(error(&large, format).to_string(), expected);
    }
}

#[test]
fn too_many_respondents_are_refused_with_that_message() {
    let mut csv = "respondent,role,TE1-1\n".to_owned();
    let mut json = "{\"respondents\":[".to_owned();
    for number in 0..=MAX_RESPONDENTS {
        let comma = if number > 0 { "," } else { "" };
        writeln!(csv, "{number},,3").unwrap();
        write!(json, "{comma}{{\"id\":\"{number}\"}}").unwrap();
    }
    json.push_str("]}");
    let message = "The file has more than 200,000 respondents. Score it in parts.";
    let csv = error(csv.as_bytes(), Format::Csv);
    assert_eq!((csv.line, csv.message.as_str()), (Some(MAX_RESPONDENTS + 2), message));
    assert_eq!(error(json.as_bytes(), Format::Json).message, message);
}

#[test]
fn a_row_of_nothing_but_commas_does_not_fill_the_memory() {
    let commas = ",".repeat(1_000_000);
    assert_eq!(error(commas.as_bytes(), Format::Csv).message, "The row has more than 1,000 values.");
}

#[test]
fn csv_is_read_however_it_is_written() {
    let plain = "respondent,role,TE1-1,TE1-2,PM4\nr1,DS;OPS,3,DK,12.5\nr2,,NA,,\n";
    let expected = result(plain, Format::Csv);
    for same in [
        "\u{feff}respondent,role,TE1-1,TE1-2,PM4\r\nr1,DS;OPS,3,DK,12.5\r\nr2,,NA,,\r\n",
        "respondent,role,TE1-1,TE1-2,PM4\rr1,DS;OPS,3,DK,12.5\rr2,,NA,,",
        "respondent, role ,PM4,TE1-2,TE1-1\n\n\"r1\",\" DS ; OPS\", 12.50 % ,\"DK\",3\n\nr2,,,,NA\n",
    ] {
        assert_eq!(result(same, Format::Csv), expected, "{same}");
    }
}

#[test]
fn names_may_hold_commas_quotes_and_line_ends() {
    let instrument = Instrument::builtin();
    let text = "respondent,role,TE1-1\n\"Ann \"\"A\"\", lead\r\nof data\",DS,3\nr2,DS,4\n";
    let sheet = read(instrument, text.as_bytes(), Format::Csv).unwrap();
    let ids: Vec<&str> = sheet.respondents().iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["Ann \"A\", lead\r\nof data", "r2"]);
}

#[test]
fn json_says_the_same_as_csv() {
    let csv = "respondent,role,TE1-1,TE1-2,PM4\nr1,DS;OPS,3,DK,12.5\nr2,,NA,,\n";
    let json = r#"{"respondents":[
        {"answers":{"PM4":12.5,"TE1-1":3.0,"TE1-2":"DK"},"roles":["DS","OPS"],"id":"r1"},
        {"id":"r2","answers":{"TE1-1":"NA","TE1-2":null,"PM4":""}}]}"#;
    assert_eq!(result(json, Format::Json), result(csv, Format::Csv));
}

#[test]
fn an_item_that_nobody_has_is_an_absent_column() {
    let json = r#"{"respondents":[{"id":"a","answers":{"TE1-1":3}},{"id":"b","answers":{"TE1-2":4}},{"id":"c"}]}"#;
    let csv = "respondent,role,TE1-1,TE1-2\na,,3,\nb,,,4\nc,,,\n";
    assert_eq!(result(json, Format::Json), result(csv, Format::Csv));
}

#[test]
fn the_format_is_known_by_name_or_by_the_first_brace() {
    assert_eq!(Format::guess("answers.JSON", b"respondent"), Format::Json);
    assert_eq!(Format::guess("answers.csv", b"{"), Format::Csv);
    assert_eq!(Format::guess("answers", b"\xEF\xBB\xBF \n{"), Format::Json);
    assert_eq!(Format::guess("-", b"respondent,role"), Format::Csv);
}
