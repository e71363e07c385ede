//! Delivery performance.

use domain::scoring::Status;

use crate::support::{close, scored};

#[test]
fn bands_take_the_lower_median_and_percentages_the_median() {
    let rows = ["DS,3,12.5,1", "DS,4,0,", "DS,6,100,DK", "DS,6,20,NA"];
    let delivery = scored("PM1,PM4,PM6", &rows).delivery;
    let figures: Vec<_> = delivery.metrics.iter().map(|metric| (metric.n, metric.median, metric.score)).collect();
    assert_eq!(figures[0], (4, Some(4.0), Some(60.0)));
    assert_eq!(figures[3], (4, Some(16.25), Some(83.75)));
    assert_eq!(figures[5], (1, Some(1.0), Some(0.0)));
    assert_eq!(figures[1], (0, None, None));
    close(delivery.index, (60.0 + 83.75) / 3.0, 1e-12);
}

#[test]
fn fewer_than_three_metrics_make_no_index() {
    for (columns, row) in [("PM1,PM4", "DS,3,50"), ("PM1,PM4,PM6", "DS,3,50,DK"), ("TE1-1", "DS,3")] {
        let delivery = scored(columns, &[row]).delivery;
        assert_eq!((delivery.status, delivery.index), (Status::Withheld, None), "{columns}");
        assert_eq!(delivery.metrics.len(), 6);
    }
}

#[test]
fn the_best_and_worst_answers_give_100_and_0() {
    let score = |row: &str| scored("PM1,PM2,PM3,PM4,PM5,PM6", &[row]).delivery.index;
    close(score("DS,6,6,6,0,0,6"), 100.0, 1e-12);
    close(score("DS,1,1,1,100,100,1"), 0.0, 1e-12);
}
