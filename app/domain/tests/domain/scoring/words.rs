//! The words that are stored of a figure, and how much is told of what is made of several.

use domain::instrument::Instrument;
use domain::scoring::{Detail, Status, is_perception};

#[test]
fn a_status_is_stored_by_a_word_of_its_own() {
    let all = [
        (Status::Scored, "scored"),
        (Status::NotApplicable, "not_applicable"),
        (Status::Withheld, "withheld"),
        (Status::Suppressed, "suppressed"),
    ];
    for (status, word) in all {
        assert_eq!((status.word(), Status::from_word(word)), (word, Some(status)));
    }
    assert_eq!(Status::from_word("hidden"), None);
}

#[test]
fn how_much_is_told_is_stored_by_a_word_of_its_own() {
    let all = [(Detail::Full, "full"), (Detail::Coarse, "coarse"), (Detail::Suppressed, "suppressed")];
    for (detail, word) in all {
        assert_eq!((detail.word(), Detail::from_word(word)), (word, Some(detail)));
    }
    assert_eq!(Detail::from_word("half"), None);
}

#[test]
fn of_several_figures_as_much_is_told_as_of_the_least() {
    use Detail::{Coarse, Full, Suppressed};
    let together = |details: &[Detail], told| Detail::together(details.iter(), told);
    assert_eq!(together(&[Full, Full], true), Full);
    assert_eq!(together(&[Coarse, Full], true), Coarse);
    assert_eq!(together(&[Full, Coarse, Full], true), Coarse);
    assert_eq!(together(&[Coarse, Coarse, Suppressed], true), Coarse);
    assert_eq!(together(&[Full, Suppressed, Suppressed], false), Suppressed);
    assert_eq!(together(&[Full, Coarse], false), Full);
}

#[test]
fn shares_that_agree_are_shown_of_challenges_and_benefits() {
    let instrument = Instrument::builtin();
    let of = |id: &str| is_perception(instrument, instrument.item_index(id).unwrap());
    assert_eq!([of("CH1-1"), of("BE5-3"), of("TE1-1"), of("CE2-1")], [true, true, false, false]);
}
