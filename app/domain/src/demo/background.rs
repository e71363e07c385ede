//! What people say of themselves and of their tools.

use super::{Answer, Chance};
use crate::instrument::JobRole;

/// Fields and what they hold.
type Fields = &'static [(&'static str, &'static str)];

/// What a team's people would say beside the scored questions.
pub(super) struct Background {
    /// Everybody, of the organisation.
    everybody: Fields,
    /// Those who build models.
    builders: Fields,
    /// Those who run them.
    operators: Fields,
    /// The challenges that weigh most and the benefits wanted most, of which each person says one pair.
    weighing: &'static [(&'static str, &'static str)],
}

const MUTUAL: Fields = &[
    ("profile.industry", "finance"),
    ("profile.organisation-size", "1000-9999"),
    ("profile.ml-staff", "21-100"),
    ("profile.models-live", "6-20"),
    ("profile.adoption", "partial"),
];

/// One set of tools, the same for all.
pub(super) const TIDY: Background = Background {
    everybody: MUTUAL,
    builders: &[
        ("tools.tracking", "mlflow"),
        ("tools.registry", "mlflow"),
        ("tools.orchestration", "airflow"),
        ("tools.ci-cd", "gitlab-ci"),
        ("tools.model-monitoring", "evidently"),
        ("strategy.retraining-trigger", "schedule;drift"),
    ],
    operators: &[
        ("tools.ci-cd", "gitlab-ci"),
        ("tools.model-monitoring", "evidently"),
        ("tools.observability", "prometheus-grafana"),
    ],
    weighing: &[("CH2;CH3", "BE1;BE2"), ("CH3", "BE2;BE5"), ("CH2;CH4", "BE1;BE3"), ("CH3;CH4", "BE2")],
};

/// Two sets of tools, one on each side.
pub(super) const DIVIDED: Background = Background {
    everybody: MUTUAL,
    builders: &[
        ("tools.tracking", "mlflow;wandb;spreadsheet"),
        ("tools.registry", "mlflow;object-storage"),
        ("tools.orchestration", "airflow;kubeflow;cron"),
        ("tools.ci-cd", "github-actions;gitlab-ci"),
        ("tools.model-monitoring", "evidently;own-scripts"),
        ("strategy.retraining-trigger", "schedule;quality"),
    ],
    operators: &[
        ("tools.ci-cd", "jenkins;argo-cd"),
        ("tools.model-monitoring", "none"),
        ("tools.observability", "elastic;datadog;splunk"),
        ("strategy.retraining-trigger", "request"),
    ],
    weighing: &[
        ("CH1;CH3", "BE2;BE3"),
        ("CH1;CH2;CH3", "BE1;BE2;BE3"),
        ("CH1", "BE3"),
        ("CH2;CH3", "BE2;BE5"),
        ("CH1;CH4", "BE3;BE4"),
    ],
};

/// Hardly any tools.
pub(super) const BARE: Background = Background {
    everybody: MUTUAL,
    builders: &[
        ("tools.tracking", "spreadsheet"),
        ("tools.registry", "object-storage"),
        ("tools.orchestration", "cron"),
        ("tools.model-monitoring", "none"),
        ("strategy.retraining-trigger", "request"),
    ],
    operators: &[("tools.ci-cd", "jenkins"), ("tools.observability", "elastic")],
    weighing: &[("CH2;CH3;CH4", "BE1;BE2"), ("CH3", "BE1;BE4"), ("CH2;CH3", "BE2;BE5"), ("CH3;CH4", "BE1;BE2;BE3")],
};

/// Of the other organisation.
pub(super) const FREIGHT: Background = Background {
    everybody: &[("profile.industry", "transport"), ("profile.organisation-size", "250-999")],
    builders: &[("tools.tracking", "mlflow"), ("tools.ci-cd", "github-actions")],
    operators: &[("tools.ci-cd", "github-actions")],
    weighing: &[("CH3", "BE1"), ("CH2;CH3", "BE2;BE4")],
};

impl Background {
    /// What somebody with these job roles says.
    pub(super) fn answers(&self, roles: &[JobRole], mut chance: Chance) -> impl Iterator<Item = Answer> {
        let has = |some: &[JobRole]| some.iter().any(|role| roles.contains(role));
        let builds = has(&[JobRole::Ds, JobRole::Mle, JobRole::De]);
        let runs = has(&[JobRole::Ops, JobRole::Swe]);
        let tools = match (builds, runs) {
            (true, _) => self.builders,
            (false, true) => self.operators,
            (false, false) => &[],
        };
        let years = ["under-1", "1-2", "3-5", "3-5", "6-10", "over-10"][chance.below(6) as usize];
        let (challenges, benefits) =
            self.weighing[chance.below(u32::try_from(self.weighing.len()).unwrap_or(1)) as usize];
        [self.everybody, tools]
            .into_iter()
            .flatten()
            .copied()
            .chain([
                ("profile.years-in-ml", years),
                ("strategy.top-challenges", challenges),
                ("strategy.top-benefits", benefits),
            ])
            .map(|(field, value)| Answer { field: field.to_owned(), value: value.to_owned(), before: None })
    }
}
