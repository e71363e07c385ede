//! Whether the items of a construct go together. Published for an instrument, never for a team.

/// Fewest respondents from which anything is said of consistency.
pub const MIN_POOLED: usize = 30;

/// The answers of enough respondents to all items of a construct.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pooled {
    /// For each two items n times the sum of products less the product of sums: n (n - 1) times their covariance.
    products: Vec<Vec<i128>>,
}

impl Pooled {
    /// A row holds one respondent's values, after reversing, in the order of the items; whoever left one out has no
    /// row. `None` for fewer than [`MIN_POOLED`] rows, fewer than two items, or rows of different length.
    #[must_use]
    pub fn of<R: AsRef<[u8]>>(rows: &[R]) -> Option<Self> {
        let items = rows.first()?.as_ref().len();
        if rows.len() < MIN_POOLED || items < 2 || rows.iter().any(|row| row.as_ref().len() != items) {
            return None;
        }
        let column = |item: usize| rows.iter().map(move |row| i128::from(row.as_ref()[item]));
        let n = rows.len() as i128;
        let product = |a: usize, b: usize| {
            let together: i128 = column(a).zip(column(b)).map(|(x, y)| x * y).sum();
            n * together - column(a).sum::<i128>() * column(b).sum::<i128>()
        };
        let products = (0..items).map(|a| (0..items).map(|b| product(a, b)).collect()).collect();
        Some(Self { products })
    }

    /// Cronbach's alpha (1951): k/(k - 1) x (1 - sum of the items' variances / variance of their sum), at most 1, below
    /// 0 where items contradict each other. `None` where the sums of all respondents are equal.
    #[must_use]
    pub fn alpha(&self) -> Option<f64> {
        let items = self.products.len() as f64;
        let own: i128 = (0..self.products.len()).map(|item| self.products[item][item]).sum();
        let whole: i128 = self.products.iter().flatten().sum();
        (whole > 0).then(|| items / (items - 1.0) * (whole - own) as f64 / whole as f64)
    }

    /// Alpha as if all items had the same variance, from their correlations. `None` where an item has no variance.
    #[must_use]
    pub fn standardised_alpha(&self) -> Option<f64> {
        let items = self.products.len();
        let two = (0..items).flat_map(|a| (a + 1..items).map(move |b| (a, b)));
        let correlations: Vec<f64> = two
            .map(|(a, b)| {
                let own = self.products[a][a] as f64 * self.products[b][b] as f64;
                (own > 0.0).then(|| self.products[a][b] as f64 / own.sqrt())
            })
            .collect::<Option<_>>()?;
        standardised_alpha(&correlations)
    }
}

/// Standardised alpha of k items from the k (k - 1)/2 correlations between them, -1 to 1 each: k r / (1 + (k - 1) r), r
/// being their mean. `None` unless there are as many as some k needs.
#[must_use]
pub fn standardised_alpha(correlations: &[f64]) -> Option<f64> {
    let r = super::mean(correlations)?;
    let k = (2..=correlations.len() + 1).find(|k| k * (k - 1) / 2 >= correlations.len())?;
    let whole = 1.0 + (k as f64 - 1.0) * r;
    (k * (k - 1) / 2 == correlations.len() && whole > 0.0).then(|| k as f64 * r / whole)
}
