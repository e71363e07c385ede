//! Return on investment, from the team's own numbers: what an investment in how models are built and run is worth in
//! its first year, what it costs, and after how long it is paid back.
//!
//! Every number is given as low, base and high, and so is every result: the cautious case takes what speaks for the
//! investment at its low end and what speaks against it at its high end, the hopeful one the other way round (ours).

mod input;
mod line;
mod number;
mod round;
mod sheet;
mod value;
mod words;
mod worked;

use serde::Serialize;

pub use input::{
    AmountInput, Compliance, Cost, Costs, Expected, Failures, Infrastructure, Input, Inputs, Labour, Origin,
    Reliability, ShareInput, Speed,
};
pub use line::{LINES, Line, Unit};
pub use number::{Amount, MOST, Number, NumberFault, OutOfOrder, Range, Share};
pub use round::Known;
pub use sheet::{COLUMNS, Sheet};
pub use value::{CostPart, ValuePart};
pub use words::FREED_TIME;
pub use worked::figure;

/// How things are thought to turn out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Case {
    /// Little comes of it, and it costs much.
    Cautious,
    /// As it is thought likeliest.
    Base,
    /// Much comes of it, and it costs little.
    Hopeful,
}

/// A result in all three cases.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Outlook<T> {
    /// Little comes of it, and it costs much.
    pub cautious: T,
    /// As it is thought likeliest.
    pub base: T,
    /// Much comes of it, and it costs little.
    pub hopeful: T,
}

impl<T> Outlook<T> {
    fn of(result: impl Fn(Case) -> T) -> Self {
        Self { cautious: result(Case::Cautious), base: result(Case::Base), hopeful: result(Case::Hopeful) }
    }
}

/// A part of the value with its amount.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Valued {
    /// Which part.
    pub part: ValuePart,
    /// Money of the first year.
    pub amount: Outlook<f64>,
}

/// A part of the costs with its amounts.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Costed {
    /// Which part.
    pub part: CostPart,
    /// What is paid once.
    pub one_off: Outlook<f64>,
    /// What is paid a year.
    pub running: Outlook<f64>,
}

/// After how many years the costs are paid back. Both ways of reckoning agree where nothing is paid every year.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Payback {
    /// One-off costs / (value a year - running costs a year); `None` if the running costs eat up the value.
    pub of_one_off: Outlook<Option<f64>>,
    /// All costs of the first year / its value, where everything is counted in the first year; `None` if there is no
    /// value.
    pub of_first_year: Outlook<Option<f64>>,
}

/// What an investment is worth and costs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Roi {
    /// The value of the first year by part; revenue only if the team gave any.
    pub value_parts: Vec<Valued>,
    /// The value of the first year.
    pub value: Outlook<f64>,
    /// What of it is people's time.
    pub freed_time: Outlook<f64>,
    /// The costs by part.
    pub cost_parts: Vec<Costed>,
    /// All costs of the first year: once and running.
    pub costs: Outlook<f64>,
    /// (V - C) / C; `None` where it costs nothing.
    pub roi: Outlook<Option<f64>>,
    /// When it is paid back.
    pub payback: Payback,
}

impl Roi {
    /// Works it out.
    #[must_use]
    pub fn of(inputs: &Inputs) -> Self {
        let parts = ValuePart::ALL.into_iter().filter(|part| *part != ValuePart::Revenue || inputs.revenue.is_some());
        let value = |case| ValuePart::ALL.iter().map(|part| part.of(inputs, case)).sum();
        let freed = ValuePart::ALL.into_iter().filter(|part| part.is_freed_time());
        let one_off = |case| CostPart::ALL.iter().map(|part| part.one_off(inputs, case)).sum::<f64>();
        let running = |case| CostPart::ALL.iter().map(|part| part.running(inputs, case)).sum::<f64>();
        let costs = Outlook::of(|case| one_off(case) + running(case));
        let value = Outlook::of(value);
        Self {
            value_parts: parts.map(|part| Valued { part, amount: Outlook::of(|case| part.of(inputs, case)) }).collect(),
            value,
            freed_time: Outlook::of(|case| freed.clone().map(|part| part.of(inputs, case)).sum()),
            cost_parts: CostPart::ALL
                .into_iter()
                .map(|part| Costed {
                    part,
                    one_off: Outlook::of(|case| part.one_off(inputs, case)),
                    running: Outlook::of(|case| part.running(inputs, case)),
                })
                .collect(),
            costs,
            roi: roi(&value, &costs),
            payback: Payback {
                of_one_off: Outlook::of(|case| {
                    let left = value.in_case(case) - running(case);
                    (left > 0.0).then(|| one_off(case) / left)
                }),
                of_first_year: Outlook::of(|case| {
                    let value = value.in_case(case);
                    (value > 0.0).then(|| costs.in_case(case) / value)
                }),
            },
        }
    }
}

impl Outlook<f64> {
    const fn in_case(&self, case: Case) -> f64 {
        match case {
            Case::Cautious => self.cautious,
            Case::Base => self.base,
            Case::Hopeful => self.hopeful,
        }
    }
}

/// (V - C) / C. A value below 0 is a smaller loss beside higher costs, so the ends are those of all ways to combine
/// the value with the costs.
fn roi(value: &Outlook<f64>, costs: &Outlook<f64>) -> Outlook<Option<f64>> {
    let of = |value: f64, cost: f64| (cost > 0.0).then(|| (value - cost) / cost);
    let pick =
        |value: f64, when_gained: f64, when_lost: f64| of(value, if value < 0.0 { when_lost } else { when_gained });
    Outlook {
        cautious: pick(value.cautious, costs.cautious, costs.hopeful),
        base: of(value.base, costs.base),
        hopeful: pick(value.hopeful, costs.hopeful, costs.cautious),
    }
}
