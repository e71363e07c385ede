//! Five steps of colour for a figure.

use super::Index;

/// One of five steps from pale to dark (light theme) or from dark to bright (dark theme).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step(u8);

impl Step {
    /// All of them, lowest first.
    pub const ALL: [Self; 5] = [Self(0), Self(1), Self(2), Self(3), Self(4)];

    /// 0 to 4.
    pub const fn get(self) -> u8 {
        self.0
    }

    /// What figures it stands for, as they are shown: "0–19" to "80–100".
    pub const fn range(self) -> &'static str {
        match self.0 {
            0 => "0–19",
            1 => "20–39",
            2 => "40–59",
            3 => "60–79",
            _ => "80–100",
        }
    }

    /// The class of a table's cell that bears this step's ground and a text colour that can be read on it.
    pub const fn cell_class(self) -> &'static str {
        match self.0 {
            0 => "step-0",
            1 => "step-1",
            2 => "step-2",
            3 => "step-3",
            _ => "step-4",
        }
    }
}

/// The step of a figure, for cells of drawings and of tables alike: 0 below 20, 1 below 40, 2 below 60, 3 below 80, else
/// 4. It follows the figure as it is shown, so that two cells with the same number never differ in colour.
pub fn step(index: Index) -> Step {
    Step((index.whole() / 20).min(4))
}
