//! The built-in instrument is sound and has the shape that scoring and pages count on.

use domain::instrument::{Column, Feeds, Files, Instrument, JobRole, Scale};

#[test]
fn the_built_in_files_have_no_problems() {
    let problems: Vec<String> =
        Instrument::parse_with(Files::builtin()).err().unwrap_or_default().iter().map(ToString::to_string).collect();
    assert_eq!(problems, [""; 0]);
}

#[test]
fn it_has_the_shape_of_the_blueprint() {
    let instrument = Instrument::builtin();
    let constructs: Vec<&str> = instrument.constructs.iter().map(|construct| construct.id.as_str()).collect();
    assert_eq!(constructs.join(" "), "AD1 TE1 TE2 TE3 TE4 TE5 CE1 CE2 IS1 IS2 IS3 CH1 CH2 CH3 CH4 BE1 BE2 BE3 BE4 BE5");
    assert_eq!((instrument.items.len(), instrument.metrics.len(), instrument.quick_check.len()), (60, 6, 15));
    assert_eq!(instrument.constructs_feeding(Feeds::Maturity).count(), 11);
    assert_eq!(instrument.items.iter().filter(|item| item.scale == Scale::M5).count(), 30);
    let reversed: Vec<&str> =
        instrument.items.iter().filter(|item| item.reversed).map(|item| item.id.as_str()).collect();
    assert_eq!(reversed, ["CE2-3", "CH1-3", "CH3-3", "BE2-3"]);
}

#[test]
fn technical_roles_are_asked_everything_and_the_others_enough_to_count() {
    let instrument = Instrument::builtin();
    for item in &instrument.items {
        for role in [JobRole::Ds, JobRole::Mle, JobRole::De, JobRole::Ops, JobRole::Swe, JobRole::Mgr] {
            assert!(item.roles.contains(role), "{} is not asked of {role}", item.id);
        }
    }
    for construct in &instrument.constructs {
        for role in [JobRole::Po, JobRole::Grc, JobRole::Exe] {
            let asked = construct.items.iter().filter(|item| instrument[**item].roles.contains(role)).count();
            assert_ne!(asked, 1, "{} of {role}", construct.id);
        }
    }
}

#[test]
fn look_ups_find_what_the_lists_hold() {
    let instrument = Instrument::builtin();
    for index in instrument.item_indices() {
        let item = &instrument[index];
        assert_eq!(instrument.item_index(&item.id), Some(index));
        assert_eq!(instrument.column(&item.id), Some(Column::Item(index)));
        assert!(instrument[item.construct].items.contains(&index));
        assert!(item.id.starts_with(&instrument[item.construct].id));
    }
    assert_eq!(instrument.column("PM4"), instrument.metric_index("PM4").map(Column::Metric));
    assert!(instrument.item("TE9-1").is_none());
    assert!(instrument.construct("").is_none());
}
