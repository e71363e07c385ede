//! Why a command did not do its work, which decides the exit code.

/// Why a command failed.
#[derive(Debug)]
pub enum Failure {
    /// What was given cannot be used: exit code 2.
    Input(String),
    /// It could be used, but the work failed: exit code 1.
    Failed(anyhow::Error),
}

impl<E: Into<anyhow::Error>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}
