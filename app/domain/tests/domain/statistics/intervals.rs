//! Intervals and the quantile they need.

use domain::statistics::{jackknife_error, mean, sd, t_interval, t95, wilson};

use super::{Answers, close, ends};

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
fn the_jackknife_of_a_mean_is_its_standard_error() {
    let values = [2.0, 3.0, 3.0, 4.0, 5.0];
    let total: f64 = values.iter().sum();
    let left_out: Vec<f64> = values.iter().map(|value| (total - value) / 4.0).collect();
    close(jackknife_error(&left_out).unwrap(), sd(&values).unwrap() / 5.0_f64.sqrt(), 1e-12);
}
