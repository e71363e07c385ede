//! No text upsets what reads it.

use domain::answer::{AnswerSheet, Field};
use domain::answers_file::{Format, read};
use domain::instrument::{Files, Instrument};
use domain::scoring::score;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn no_text_upsets_a_field(name in any::<prop::sample::Index>(), texts in prop::collection::vec(any::<String>(), 0..3)) {
        let instrument = Instrument::builtin();
        let fields: Vec<Field> = Field::all(instrument).collect();
        let field = fields[name.index(fields.len())];
        let raw: Vec<&str> = texts.iter().map(String::as_str).collect();
        if let Ok(stored) = field.canonical(instrument, &raw) {
            prop_assert_eq!(field.canonical(instrument, &[&stored]), Ok(stored.clone()));
            prop_assert!(!stored.contains(['\0', '\r']));
        }
    }

    #[test]
    fn no_percentage_is_read_in_two_ways(text in "[0-9]{0,3}[.]?[0-9]{0,3} ?%?") {
        let instrument = Instrument::builtin();
        let field = Field::parse(instrument, "PM4").unwrap();
        if let Ok(stored) = field.canonical(instrument, &[&text]) && !stored.is_empty() {
            let number: f64 = text.trim_end_matches('%').trim().parse().unwrap();
            prop_assert_eq!(stored.parse::<f64>().unwrap().to_bits(), number.to_bits());
            prop_assert_eq!(number.to_string(), stored);
        }
    }

    #[test]
    fn no_bytes_upset_the_readers(bytes in prop::collection::vec(any::<u8>(), 0..200), text in "[\\[{\"a-z:,\n=1]{0,60}") {
        let instrument = Instrument::builtin();
        for format in [Format::Csv, Format::Json] {
            let _ = read(instrument, &bytes, format);
            let _ = read(instrument, format!("respondent,role,TE1-1\n{text}").as_bytes(), format);
            let _ = read(instrument, format!("{{\"respondents\":[{text}").as_bytes(), format);
        }
        prop_assert!(Instrument::parse(&text).is_err());
        prop_assert!(Instrument::parse(&String::from_utf8_lossy(&bytes)).is_err());
    }

    #[test]
    fn no_damage_upsets_the_reading_of_an_instrument(
        file in 0_usize..4, damage in prop::collection::vec((any::<prop::sample::Index>(), 0..4_u8), 1..4)
    ) {
        let mut files = ["instrument", "crosswalk", "practices", "reference"].map(|name| {
            let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/samples/small");
            std::fs::read_to_string(format!("{folder}/{name}.toml")).unwrap()
        });
        for (place, kind) in damage {
            let mut lines: Vec<String> = files[file].lines().map(str::to_owned).collect();
            let at = place.index(lines.len());
            match kind {
                0 => drop(lines.remove(at)),
                1 => lines.insert(at, lines[at].clone()),
                2 => lines[at] = lines[at].replace('1', "2"),
                _ => lines[at] = lines[at].replace('"', ""),
            }
            files[file] = lines.join("\n");
        }
        let [instrument, crosswalk, practices, reference] = &files;
        let read = Instrument::parse_with(Files { instrument, crosswalk, practices, reference });
        // Whatever is still sound can be scored.
        if let Ok(read) = read {
            let mut builder = AnswerSheet::builder(&read);
            builder.respondent("a", &[]).answer("AA1-1", "4").unwrap();
            prop_assert_eq!(score(&read, &builder.build()).respondents, 1);
        }
    }
}
