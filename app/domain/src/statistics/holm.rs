//! Several tests at once.

/// Holm's adjusted p (1979), in the order given: with m of them the smallest times m, the next times m - 1 and so on,
/// none smaller than the one before it and none above 1. Whoever looks at many differences finds one by chance
/// otherwise.
#[must_use]
pub fn holm(p: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|a, b| p[*a].total_cmp(&p[*b]));
    let mut adjusted = vec![1.0; p.len()];
    let mut least = 0.0_f64;
    for (smaller, place) in order.into_iter().enumerate() {
        least = least.max((p.len() - smaller) as f64 * p[place]).min(1.0);
        adjusted[place] = least;
    }
    adjusted
}
