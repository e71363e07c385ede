//! The templates, compiled in.

use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};

/// Path inside the templates' own world, and text. The first are those that are run.
const TEMPLATES: [(&str, &str); 18] = [
    ("/report.typ", include_str!("../templates/report.typ")),
    ("/check.typ", include_str!("../templates/check.typ")),
    ("/comparison.typ", include_str!("../templates/comparison.typ")),
    ("/style.typ", include_str!("../templates/style.typ")),
    ("/parts/answer.typ", include_str!("../templates/parts/answer.typ")),
    ("/parts/appendix.typ", include_str!("../templates/parts/appendix.typ")),
    ("/parts/charts.typ", include_str!("../templates/parts/charts.typ")),
    ("/parts/comments.typ", include_str!("../templates/parts/comments.typ")),
    ("/parts/constructs.typ", include_str!("../templates/parts/constructs.typ")),
    ("/parts/cover.typ", include_str!("../templates/parts/cover.typ")),
    ("/parts/crossing.typ", include_str!("../templates/parts/crossing.typ")),
    ("/parts/delivery.typ", include_str!("../templates/parts/delivery.typ")),
    ("/parts/disagreements.typ", include_str!("../templates/parts/disagreements.typ")),
    ("/parts/models.typ", include_str!("../templates/parts/models.typ")),
    ("/parts/references.typ", include_str!("../templates/parts/references.typ")),
    ("/parts/summary.typ", include_str!("../templates/parts/summary.typ")),
    ("/parts/next.typ", include_str!("../templates/parts/next.typ")),
    ("/parts/method.typ", include_str!("../templates/parts/method.typ")),
];

/// Place of the template of a result.
pub(crate) const REPORT: usize = 0;
/// Place of the template of a quick check.
pub(crate) const CHECK: usize = 1;
/// Place of the template of a comparison.
pub(crate) const COMPARISON: usize = 2;

/// All templates, parsed, in their places.
pub(crate) fn parsed() -> Vec<Source> {
    TEMPLATES
        .iter()
        .filter_map(|(path, text)| {
            let path = VirtualPath::new(path).ok()?;
            Some(Source::new(FileId::new(RootedPath::new(VirtualRoot::Project, path)), (*text).to_owned()))
        })
        .collect()
}
