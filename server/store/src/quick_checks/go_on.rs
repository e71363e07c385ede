//! Going on from a quick check to a round.

use domain::links::CheckKey;

use crate::answers::{SaveAnswers, Saved};
use crate::conn::Tx;
use crate::error::StoreError;
use crate::execute::Command;
use crate::rounds::{JoinRound, Joining, StartRound};

/// Makes a round and a response in it that holds the answers of a quick check: all three, or none.
///
/// The links come from the check's own, so a second time is recognised by the round's manage key and changes nothing,
/// however its ids and its team's name differ.
#[derive(Clone, Debug)]
pub struct GoOnFromCheck {
    /// The check.
    pub key: CheckKey,
    /// The round.
    pub start: StartRound,
    /// Who filled the check in, as the round's first respondent.
    pub join: JoinRound,
    /// What was answered.
    pub save: SaveAnswers,
}

/// What became of a [`GoOnFromCheck`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WentOn {
    /// The round was made.
    Now,
    /// It had been made before and is left as it is.
    Before,
}

impl Command for GoOnFromCheck {
    type Outcome = WentOn;

    async fn run(&self, tx: &mut Tx) -> Result<WentOn, StoreError> {
        const BROKEN: StoreError = StoreError::Inconsistent { what: "a new round takes no answers" };
        tx.lock_check(&self.key).await?;
        // A round that was claimed into an organisation has no manage link any more, but still its link to share.
        if tx.round_by_join_key(&self.start.join_key).await?.is_some() {
            return Ok(WentOn::Before);
        }
        self.start.run(tx).await?;
        let Joining::Joined { .. } = self.join.run(tx).await? else { return Err(BROKEN) };
        let Saved::Saved(_) = self.save.run(tx).await? else { return Err(BROKEN) };
        Ok(WentOn::Now)
    }
}
