//! Plans: from a result to an action, and from an action to what came of it; and what an investment is worth.

mod counted;
mod shown;
mod steps;
mod worksheet;

use axum::http::StatusCode;
use domain::audit::{Deed, Filter};
use domain::ids::{OrganisationId, TeamId};
use domain::rights::Right;
use store::{Part, PlannedAction};

use crate::helpers::{Browser, TestApp};
use crate::published::page;

/// A team of a lead and a member, and a viewer of its organisation.
struct Place {
    app: TestApp,
    organisation: OrganisationId,
    lead: Browser,
    member: Browser,
    viewer: Browser,
    team: TeamId,
}

impl Place {
    async fn new() -> Self {
        let app = TestApp::new().await;
        let organisation = app.organisation("Ours").await;
        let lead = app.account(organisation, "Lena Lead", Right::Lead).await;
        let member = app.account(organisation, "Mara Member", Right::Member).await;
        let viewer = app.account(organisation, "Vera Viewer", Right::Viewer).await;
        let team = app.team(organisation, "Payments", &[&lead, &member]).await;
        Self { app, organisation, lead, member, viewer, team }
    }

    fn plan(&self) -> String {
        format!("/teams/{}/plan", self.team)
    }

    async fn text(&self, who: &Browser, path: &str) -> String {
        page(&self.app, who, path).await.text().to_owned()
    }

    /// Adds an action by the form, with these fields besides the needed ones.
    async fn add(&self, title: &str, more: &[(&str, &str)]) {
        let mut fields = vec![("title", title), ("practice", "TE4"), ("target", "75")];
        fields.retain(|(name, _)| !more.iter().any(|(other, _)| other == name));
        fields.extend_from_slice(more);
        let added = self.app.post_as(&self.lead, &format!("{}/new", self.plan()), &fields).await;
        assert_eq!(added.leads_to(), self.plan());
    }

    async fn actions(&self) -> Vec<PlannedAction> {
        let part = Part { offset: 0, limit: 100 };
        self.app.store.snapshot().await.unwrap().actions_of_team(self.team, part).await.unwrap().0
    }

    /// The address of the action with this title.
    async fn address(&self, title: &str) -> String {
        let found = self.actions().await.into_iter().find(|one| one.action.title.as_str() == title).unwrap();
        format!("{}/{}", self.plan(), found.id)
    }

    async fn logged(&self, deed: Deed) -> Vec<String> {
        let mut snapshot = self.app.store.snapshot().await.unwrap();
        let log = snapshot.audit_entries(self.organisation, Filter::default(), i64::MAX, 100).await.unwrap();
        log.into_iter().filter(|link| link.entry.deed == deed.into()).map(|link| link.entry.detail).collect()
    }

    async fn status(&self, who: &Browser, title: &str, word: &str) -> StatusCode {
        let address = format!("{}/status", self.address(title).await);
        self.app.post_as(who, &address, &[("action", word)]).await.status
    }
}
