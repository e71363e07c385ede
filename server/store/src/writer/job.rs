//! A command in the queue, whatever its type.

use std::future::Future;
use std::pin::Pin;

use tokio::sync::oneshot;

use crate::conn::Tx;
use crate::error::StoreError;
use crate::execute::Command;

/// A command together with who waits for it.
pub(super) trait Job: Send {
    /// Runs the command and keeps its outcome until the commit.
    fn run<'a>(&'a mut self, tx: &'a mut Tx) -> Pin<Box<dyn Future<Output = Result<(), StoreError>> + Send + 'a>>;

    /// Notes that the command itself failed, whatever becomes of the others.
    fn failed(&mut self, error: StoreError);

    /// Tells who waits. A caller that has gone away is not missed.
    fn answer(self: Box<Self>, committed: &Result<(), StoreError>);
}

/// What who waits for a command is told.
type Answer<C> = Result<<C as Command>::Outcome, StoreError>;

struct Queued<C: Command> {
    command: C,
    outcome: Option<Answer<C>>,
    waiter: oneshot::Sender<Answer<C>>,
}

/// Puts a command into a job, and gives the place where its answer will arrive.
pub(super) fn queued<C: Command>(command: C) -> (Box<dyn Job>, oneshot::Receiver<Answer<C>>) {
    let (waiter, answer) = oneshot::channel();
    (Box::new(Queued { command, outcome: None, waiter }), answer)
}

impl<C: Command> Job for Queued<C> {
    fn run<'a>(&'a mut self, tx: &'a mut Tx) -> Pin<Box<dyn Future<Output = Result<(), StoreError>> + Send + 'a>> {
        Box::pin(async move {
            self.outcome = Some(Ok(self.command.run(tx).await?));
            Ok(())
        })
    }

    fn failed(&mut self, error: StoreError) {
        self.outcome = Some(Err(error));
    }

    fn answer(self: Box<Self>, committed: &Result<(), StoreError>) {
        let answer = match (self.outcome, committed) {
            (Some(Err(own)), _) => Err(own),
            (_, Err(error)) => Err(error.clone()),
            (Some(Ok(outcome)), Ok(())) => Ok(outcome),
            (None, Ok(())) => Err(StoreError::Inconsistent { what: "a command was committed without being run" }),
        };
        drop(self.waiter.send(answer));
    }
}
