//! Mean, median and standard deviation of any numbers. Values are summed in ascending order, so that the order in
//! which they come does not show in the last digit.

fn ascending(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

fn mean_of_sorted(sorted: &[f64]) -> Option<f64> {
    (!sorted.is_empty()).then(|| sorted.iter().sum::<f64>() / sorted.len() as f64)
}

/// Arithmetic mean; `None` of nothing.
#[must_use]
pub fn mean(values: &[f64]) -> Option<f64> {
    mean_of_sorted(&ascending(values))
}

/// Median: the middle value, or the mean of the two middle ones; `None` of nothing.
#[must_use]
pub fn median(values: &[f64]) -> Option<f64> {
    let sorted = ascending(values);
    let upper = sorted.get(sorted.len() / 2)?;
    let lower = sorted.get((sorted.len() - 1) / 2)?;
    Some(f64::midpoint(*lower, *upper))
}

/// Standard deviation of a sample (divided by n - 1); `None` of fewer than two.
#[must_use]
pub fn sd(values: &[f64]) -> Option<f64> {
    let sorted = ascending(values);
    if sorted.len() < 2 {
        return None;
    }
    let mean = mean_of_sorted(&sorted)?;
    let squares: f64 = sorted.iter().map(|value| (value - mean).powi(2)).sum();
    Some((squares / (sorted.len() - 1) as f64).sqrt())
}
