//! Labels of crowded maps.

use charts::{Direction, Extent, MapPoint, Paint, Reading, Shape, Share, Width, importance_map};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::samples::full;

/// The labels that are drawn at points: the texts inside of groups.
fn labels(shapes: &[Shape]) -> Vec<(String, Extent)> {
    labelled(shapes).into_iter().map(|(words, at, _)| (words, at)).collect()
}

fn points(places: &[(f64, f64)]) -> Vec<MapPoint> {
    let reading = |index| full(index, index, index);
    let point = |(place, (index, share)): (usize, &(f64, f64))| MapPoint {
        name: format!("Challenge {}", ["one", "two", "three", "four", "five", "six", "seven", "eight"][place]),
        reading: reading(*index),
        importance: Share::new(*share),
    };
    places.iter().enumerate().map(point).collect()
}

/// Each label with where its point is.
fn labelled(shapes: &[Shape]) -> Vec<(String, Extent, (f64, f64))> {
    let inside = shapes.iter().filter_map(|shape| match shape {
        Shape::Group { shapes, .. } => Some(shapes),
        _ => None,
    });
    let one = |shapes: &Vec<Shape>| {
        let (texts, rest): (Vec<&Shape>, Vec<&Shape>) =
            shapes.iter().partition(|shape| matches!(shape, Shape::Text { .. }));
        let [Shape::Text { text, .. }] = texts.as_slice() else { return None };
        let mark = rest.last()?.extent()?;
        let middle = (f64::midpoint(mark.left, mark.right), f64::midpoint(mark.top, mark.foot));
        Some((text.clone(), texts[0].extent()?, middle))
    };
    inside.filter_map(one).collect()
}

proptest! {
    #[test]
    fn a_name_is_nearest_to_its_own_point(
        places in vec((0.0..=100.0_f64, 0.0..=1.0_f64), 1..=8),
        width in crate::any::width(),
    ) {
        let chart = importance_map("Challenges", &points(&places), Direction::HighIsBad, width);
        let all = labelled(&chart.scene().shapes);
        prop_assert_eq!(all.len(), places.len());
        for (words, at, own) in all.iter().filter(|(words, ..)| words.starts_with("Challenge")) {
            for (other, _, point) in all.iter().filter(|(_, _, point)| (point.0 - own.0).hypot(point.1 - own.1) > 1.5) {
                prop_assert!(at.distance(*own) < at.distance(*point), "{} is nearer to {}", words, other);
            }
        }
    }

    #[test]
    fn labels_of_up_to_eight_points_never_cover_one_another(
        places in vec((0.0..=100.0_f64, 0.0..=1.0_f64), 1..=8),
        width in crate::any::width(),
    ) {
        let chart = importance_map("Challenges", &points(&places), Direction::HighIsBad, width);
        let labels = labels(&chart.scene().shapes);
        prop_assert_eq!(labels.len(), places.len());
        for (place, (words, one)) in labels.iter().enumerate() {
            for (_, other) in &labels[place + 1..] {
                prop_assert!(one.overlap(*other) == 0.0, "{}: {:?} {:?}", words, one, other);
            }
        }
    }
}

#[test]
fn names_stand_at_the_points_where_there_is_room() {
    let chart = importance_map("Challenges", &points(&[(20.0, 0.2), (80.0, 0.6)]), Direction::HighIsBad, Width::Wide);
    let words: Vec<String> = labels(&chart.scene().shapes).into_iter().map(|label| label.0).collect();
    assert_eq!(words, ["Challenge one", "Challenge two"]);
}

#[test]
fn numbers_stand_at_the_points_and_names_below_where_it_is_crowded() {
    let chart = importance_map("Challenges", &points(&[(50.0, 0.5); 8]), Direction::HighIsBad, Width::Wide);
    let words: Vec<String> = labels(&chart.scene().shapes).into_iter().map(|label| label.0).collect();
    assert_eq!(words, ["1", "2", "3", "4", "5", "6", "7", "8"]);
    assert!(chart.print().contains(">8 Challenge eight</text>"), "{}", chart.print());
}

/// The two lines that part the map.
fn cross(shapes: &[Shape]) -> Vec<Extent> {
    let lines = shapes.iter().filter_map(|shape| match shape {
        Shape::Path { paint: Paint::Brass, .. } => shape.extent(),
        _ => None,
    });
    // Lines have no area: half a unit to each side.
    let thick =
        |at: Extent| Extent { left: at.left - 0.5, top: at.top - 0.5, right: at.right + 0.5, foot: at.foot + 0.5 };
    lines.map(thick).collect()
}

#[test]
fn no_line_crosses_a_label_that_has_room_elsewhere() {
    // To its right, where labels stand at first, the line at 50 is near; two lie on the median; many at one place bear numbers.
    let few = [(47.0, 0.2), (90.0, 0.6)];
    let on_the_median = [(47.0, 0.25), (49.0, 0.63), (25.0, 0.63), (49.0, 0.75)];
    for places in [&few[..], &on_the_median, &[(48.0, 0.2); 8]] {
        for width in [Width::Wide, Width::Narrow] {
            let chart = importance_map("Challenges", &points(places), Direction::HighIsBad, width);
            let shapes = &chart.scene().shapes;
            assert_eq!(cross(shapes).len(), 2);
            for (words, at) in labels(shapes) {
                assert!(cross(shapes).iter().all(|line| at.overlap(*line) == 0.0), "{words}: {at:?}");
            }
        }
    }
}

#[test]
fn a_label_without_a_place_off_the_lines_does_not_draw_others_onto_them() {
    let places = [(45.0, 0.25), (36.0, 0.24), (46.0, 0.22), (38.0, 0.38)];
    let chart = importance_map("Challenges", &points(&places), Direction::HighIsBad, Width::Wide);
    let shapes = &chart.scene().shapes;
    assert!(labels(shapes).iter().all(|(words, _)| words.starts_with("Challenge")), "names, not numbers");
    let crossed: Vec<String> = labels(shapes)
        .into_iter()
        .filter(|(_, at)| cross(shapes).iter().any(|line| at.overlap(*line) > 0.0))
        .map(|(words, _)| words)
        .collect();
    assert!(crossed.len() <= 1, "{crossed:?}");
}

#[test]
fn no_line_runs_along_a_name_that_could_be_crossed_instead() {
    let places = [(47.0, 0.0), (49.0, 0.63), (49.5, 0.75), (48.0, 0.63)];
    for width in [Width::Wide, Width::Narrow] {
        let chart = importance_map("Challenges", &points(&places), Direction::HighIsBad, width);
        let shapes = &chart.scene().shapes;
        for (words, at) in labels(shapes) {
            // Across, a line covers its own width times the height of the letters.
            let covered: f64 = cross(shapes).iter().map(|line| at.overlap(*line)).sum();
            assert!(covered < 3.0 * (at.foot - at.top), "{words}: {covered}");
        }
    }
}

#[test]
fn points_that_cannot_be_placed_are_named_below() {
    let mut points = points(&[(20.0, 0.2), (80.0, 0.6)]);
    points[0].reading = Reading::Absent(charts::Absence::NotShown);
    points[1].importance = None;
    let chart = importance_map("Challenges", &points, Direction::HighIsBad, Width::Wide);
    assert!(labels(&chart.scene().shapes).is_empty());
    assert!(
        chart.print().contains("Not on the map: Challenge one (not shown) and Challenge two (importance not shown)."),
        "{}",
        chart.print()
    );
    assert_eq!(chart.description(), "No point can be shown.");
}

#[test]
fn the_median_parts_what_is_important_from_the_rest() {
    let part = |places: &[(f64, f64)], direction| {
        let chart = importance_map("Challenges", &points(places), direction, Width::Wide);
        chart.table().rows().iter().map(|row| row[3].clone()).collect::<Vec<_>>()
    };
    // Of four points the median lies half-way between the two in the middle: 0.35.
    let places = [(60.0, 0.1), (60.0, 0.3), (60.0, 0.4), (40.0, 0.9)];
    let bad = part(&places, Direction::HighIsBad);
    assert_eq!(bad, ["Severe, seldom named", "Severe, seldom named", "Work on these first", "Important, not severe"]);
    let good = part(&places, Direction::HighIsGood);
    assert_eq!(good, ["Good, seldom named", "Good, seldom named", "Keep this up", "Work on these first"]);
    // 50 counts as high, as it is shown; what nobody named is not important.
    assert_eq!(part(&[(49.6, 0.5)], Direction::HighIsBad), ["Work on these first"]);
    assert_eq!(part(&[(49.4, 0.5)], Direction::HighIsBad), ["Important, not severe"]);
    assert_eq!(part(&[(80.0, 0.0)], Direction::HighIsBad), ["Severe, seldom named"]);
    let drawn = importance_map("Challenges", &points(&places), Direction::HighIsBad, Width::Wide).print();
    assert!(drawn.contains(">median 35 %</text>"), "{drawn}");
}

#[test]
fn the_name_of_the_median_covers_no_corner_wherever_its_line_is() {
    for share in (0..=100).map(|share| f64::from(share) / 100.0) {
        for (direction, width) in [(Direction::HighIsBad, Width::Wide), (Direction::HighIsGood, Width::Narrow)] {
            let chart = importance_map("Challenges", &points(&[(40.0, share)]), direction, width);
            let outside = chart.scene().shapes.iter().filter_map(|shape| match shape {
                Shape::Text { text, .. } => Some((text, shape.extent()?)),
                _ => None,
            });
            let (median, rest): (Vec<_>, Vec<_>) = outside.partition(|(text, _)| text.starts_with("median "));
            let [(words, at)] = median.as_slice() else { panic!("one median, not {median:?}") };
            for (other, place) in rest {
                assert!(at.overlap(place) == 0.0, "{words} at {at:?} covers {other} at {place:?}");
            }
        }
    }
}

#[test]
fn no_point_covers_the_name_of_the_median() {
    // All on the median: where its name stands at first, at both ends, and all along.
    let along: Vec<(f64, f64)> = (0..8).map(|place| (f64::from(place) * 14.0, 0.5)).collect();
    for places in [&[(97.0, 0.5)][..], &[(95.0, 0.5), (4.0, 0.5)], &along] {
        for width in [Width::Wide, Width::Narrow] {
            let chart = importance_map("Challenges", &points(places), Direction::HighIsBad, width);
            let shapes = &chart.scene().shapes;
            let name =
                shapes.iter().find(|shape| matches!(shape, Shape::Text { text, .. } if text.starts_with("median ")));
            let at = name.unwrap().extent().unwrap();
            for (words, _, point) in labelled(shapes) {
                assert!(at.overlap(Extent::around(point, 5.0)) == 0.0, "{words} at {point:?} covers {at:?}");
            }
        }
    }
}
