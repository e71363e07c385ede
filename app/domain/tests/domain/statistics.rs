//! Published formulas against values that were worked out elsewhere.

use domain::statistics::{
    Agreement, Frequencies, Interval, jackknife_error, mean, median, rwg, sd, t_interval, t95, wilson,
};

type Answers = Frequencies<5, 1, 1>;

fn close(found: f64, expected: f64, within: f64) {
    let close = (found - expected).abs() <= within;
    assert!(close, "expected {expected}, found {found}");
}

fn ends(interval: Option<Interval>, low: f64, high: f64, within: f64) {
    let interval = interval.unwrap();
    close(interval.low, low, within);
    close(interval.high, high, within);
}

#[test]
fn a_mean_has_its_t_interval() {
    let values = [2.0, 3.0, 3.0, 4.0, 5.0];
    close(mean(&values).unwrap(), 3.4, 1e-12);
    close(sd(&values).unwrap(), 1.140_175_4, 5e-8);
    ends(t_interval(5, 3.4, sd(&values).unwrap()), 1.984_285, 4.815_715, 5e-7);
    let counted = Answers::of(&[2, 3, 3, 4, 5]);
    close(counted.mean().unwrap(), 3.4, 1e-12);
    close(counted.sd().unwrap(), sd(&values).unwrap(), 1e-12);
}

#[test]
fn proportions_have_their_wilson_interval() {
    ends(wilson(4, 5), 0.3755, 0.9638, 5e-5);
    ends(wilson(0, 20), 0.0, 0.1611, 5e-5);
    ends(wilson(81, 263), 0.2553, 0.3662, 5e-5);
    ends(wilson(4, 6), 0.300, 0.903, 5e-4);
    ends(wilson(102, 150), 0.602, 0.749, 5e-4);
    assert_eq!(wilson(0, 7).unwrap().low.to_bits(), 0.0_f64.to_bits());
    assert_eq!(wilson(7, 7).unwrap().high.to_bits(), 1.0_f64.to_bits());
    assert_eq!(wilson(0, 0), None);
    assert_eq!(wilson(2, 1), None);
}

#[test]
fn the_t_quantile_is_exact_for_few_and_for_many() {
    // 1 and 2 degrees have closed forms: tan(0.475 pi), and a root of p / sqrt(2 p (1 - p)).
    close(t95(1).unwrap(), (0.475 * std::f64::consts::PI).tan(), 1e-9);
    close(t95(2).unwrap(), 0.95 / (2.0_f64 * 0.975 * 0.025).sqrt(), 1e-10);
    for (degrees, quantile) in [
        (4, 2.776_445_105_197_798_7),
        (7, 2.364_624_251_592_784_4),
        (30, 2.042_272_456_301_237_3),
        (100, 1.983_971_518_523_552_3),
        (198, 1.972_017_477_836_314_7),
        (200, 1.971_896_223_633_909_4),
        (250, 1.969_498_393_421_153_6),
        (1_000, 1.962_339_080_826_408_5),
    ] {
        close(t95(degrees).unwrap(), quantile, 2e-11);
    }
    assert_eq!(t95(0), None);
}

#[test]
fn the_t_quantile_falls_to_the_normal_one_without_a_jump() {
    let normal = domain::statistics::Z95;
    let quantiles: Vec<f64> = (100..1_000).map(|degrees| t95(degrees).unwrap()).collect();
    // Each step is smaller than the one before: a change of method would show as a jump.
    let steps: Vec<f64> = quantiles.windows(2).map(|pair| pair[0] - pair[1]).collect();
    assert!(steps.windows(2).all(|pair| pair[0] > pair[1] && pair[1] > 0.0));
    // Cornish and Fisher's leading terms.
    for degrees in [1_000_u32, 28_156, 199_999] {
        let v = f64::from(degrees);
        let leading = (normal.powi(3) + normal) / (4.0 * v)
            + (5.0 * normal.powi(5) + 16.0 * normal.powi(3) + 3.0 * normal) / (96.0 * v * v);
        close(t95(degrees).unwrap() - normal, leading, 3.0 / v.powi(3));
    }
}

#[test]
fn agreement_follows_the_published_bounds() {
    let one = Answers::of(&[4, 4, 5, 3, 4]);
    close(rwg(one.variance().unwrap()), 0.75, 1e-12);
    close(one.average_deviation().unwrap(), 0.40, 1e-12);
    assert_eq!(one.agreement(), Some(Agreement::Agree));
    let other = Answers::of(&[1, 1, 3, 5, 5]);
    close(other.variance().unwrap(), 4.0, 1e-12);
    close(rwg(other.variance().unwrap()), 0.0, 0.0);
    close(other.average_deviation().unwrap(), 1.6, 1e-12);
    assert_eq!(other.agreement(), Some(Agreement::Disagree));
}

#[test]
fn agreement_on_a_bound_is_decided_on_whole_numbers() {
    // AD is exactly 5/6: n = 12, S = 28, sum |12 x - 28| = 120 = 5/6 x 144.
    let values = [1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3, 4];
    assert_eq!(Answers::of(&values).agreement(), Some(Agreement::Disagree));
    // AD is exactly 1/2.
    assert_eq!(Answers::of(&[3, 4]).agreement(), Some(Agreement::Differ));
    assert_eq!(Answers::of(&[3]).agreement(), None);
    assert_eq!(Answers::of(&[3, 3]).agreement(), Some(Agreement::Agree));
}

#[test]
fn medians_of_even_numbers_lie_between() {
    let counted = Answers::of(&[3, 2, 4, 2]);
    assert_eq!((counted.median(), counted.lower_median()), (Some(2.5), Some(2)));
    assert_eq!(median(&[4.0, 1.0, 3.0, 2.0]), Some(2.5));
    assert_eq!(median(&[7.0]), Some(7.0));
}

#[test]
fn nothing_has_no_figures() {
    let nothing = Answers::default();
    assert_eq!((nothing.mean(), nothing.median(), nothing.lower_median()), (None, None, None));
    assert_eq!((nothing.sd(), nothing.average_deviation(), nothing.agreement()), (None, None, None));
    assert_eq!((mean(&[]), median(&[]), sd(&[]), sd(&[1.0])), (None, None, None, None));
    assert_eq!((t_interval(0, 1.0, 1.0), t_interval(1, 1.0, 1.0), jackknife_error(&[1.0])), (None, None, None));
}

#[test]
fn values_outside_the_scale_are_not_counted() {
    assert_eq!(Answers::of(&[0, 6, 255]).n(), 0);
}

#[test]
fn the_jackknife_of_a_mean_is_its_standard_error() {
    let values = [2.0, 3.0, 3.0, 4.0, 5.0];
    let total: f64 = values.iter().sum();
    let left_out: Vec<f64> = values.iter().map(|value| (total - value) / 4.0).collect();
    close(jackknife_error(&left_out).unwrap(), sd(&values).unwrap() / 5.0_f64.sqrt(), 1e-12);
}
