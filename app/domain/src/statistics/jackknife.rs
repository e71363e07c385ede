//! Standard error of a figure that has no formula for it.

/// Jackknife standard error (Tukey 1958) of a figure from its values with one respondent left out at a time:
/// sqrt((n - 1)/n x sum of squared deviations from their mean). `None` of fewer than two.
#[must_use]
pub fn jackknife_error(left_out: &[f64]) -> Option<f64> {
    let n = left_out.len() as f64;
    // The sample's sd divides the same sum by n - 1.
    super::sd(left_out).map(|sd| sd * (n - 1.0) / n.sqrt())
}
