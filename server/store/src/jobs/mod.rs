//! Jobs: what has to happen later, and must happen although the program ends in between.
//!
//! A runner takes jobs for the time of a lease. Whoever holds a job is known by the number of its attempt, which grows
//! with every taking: a runner that comes back after its lease was over, when another one has the job, changes nothing.

mod enqueue;
mod finish;
mod take;
mod tidy;

pub use enqueue::{Enqueue, Enqueued};
pub use finish::{FailJob, FinishJob, RenewLease};
pub use take::{TakeJobs, TakenJob};
pub use tidy::{Tidied, Tidy};
