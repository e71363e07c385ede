//! How a result came about, with its numbers.

use super::Case;
use super::input::{Input, Inputs};
use super::number::{Amount, Number, Share};
use super::sheet::shown;
use super::{CostPart, ValuePart};

/// A number in a sentence or a table: a comma at every three digits, up to two decimals. "1,250.5", "\u{2212}40"
#[must_use]
pub fn figure(value: f64) -> String {
    let text = shown(value.abs());
    let (whole, decimals) = text.split_once('.').map_or((text.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let mut figure = String::new();
    if value < 0.0 && text != "0" {
        figure.push('\u{2212}');
    }
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            figure.push(',');
        }
        figure.push(digit);
    }
    if let Some(decimals) = decimals {
        figure.push('.');
        figure.push_str(decimals);
    }
    figure
}

fn amount(input: &Input<Amount>) -> String {
    figure(input.range.base().get())
}

fn percent(input: &Input<Share>) -> String {
    format!("{} %", figure(100.0 * input.range.base().get()))
}

impl ValuePart {
    /// The base case with its numbers in place of the [formula](Self::formula)'s words.
    #[must_use]
    pub fn in_numbers(self, inputs: &Inputs) -> String {
        let rate = amount(&inputs.hourly_rate);
        match self {
            Self::Labour => {
                let labour = &inputs.labour;
                format!(
                    "{} releases × {} hours × {rate} an hour",
                    amount(&labour.releases),
                    amount(&labour.hours_saved)
                )
            }
            Self::Speed => {
                let speed = &inputs.speed;
                let (models, days) = (amount(&speed.new_models), amount(&speed.days_saved));
                let (value, realised) = (amount(&speed.value_per_model_year), percent(&speed.realisation));
                format!("{models} models × {days} days ÷ 365 × {value} a year × {realised}")
            }
            Self::Reliability => reliability(inputs),
            Self::Infrastructure => {
                let infrastructure = &inputs.infrastructure;
                format!("{} of {}", percent(&infrastructure.share_saved), amount(&infrastructure.spend))
            }
            Self::Compliance => {
                let compliance = &inputs.compliance;
                format!(
                    "{} audits × {} hours × {rate} an hour",
                    amount(&compliance.audits),
                    amount(&compliance.hours_saved)
                )
            }
            Self::Revenue => "as the team puts it".to_owned(),
        }
    }
}

fn reliability(inputs: &Inputs) -> String {
    let reliability = &inputs.reliability;
    let (before, after) = (&reliability.before, &reliability.after);
    let now = [amount(&before.releases), percent(&before.fail_rate), amount(&before.recovery_hours)];
    // What is left out stays as it is.
    let then = [
        after.releases.as_ref().map_or_else(|| now[0].clone(), amount),
        after.fail_rate.as_ref().map_or_else(|| now[1].clone(), percent),
        after.recovery_hours.as_ref().map_or_else(|| now[2].clone(), amount),
    ];
    let hours = |[releases, rate, hours]: [String; 3]| format!("{releases} releases × {rate} × {hours} hours");
    format!("({} now − {} then) × {} an hour", hours(now), hours(then), amount(&reliability.cost_per_hour))
}

impl CostPart {
    /// The base case: what is paid once, and what every year.
    #[must_use]
    pub fn in_numbers(self, inputs: &Inputs) -> String {
        let once = figure(self.one_off(inputs, Case::Base));
        format!("{once} once, {} every year", figure(self.running(inputs, Case::Base)))
    }
}
