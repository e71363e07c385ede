//! A team votes on telephones and agrees on its one answer.

mod going;
mod recording;
mod votes;

use domain::ids::RoundId;
use domain::rights::Right;
use store::{Turn, TurnRound};

use crate::helpers::{Answer, Browser, TestApp};

struct Room {
    app: TestApp,
    lead: Browser,
    round: String,
    vote: String,
}

impl Room {
    /// An open round with one answer for the team, and no meeting yet.
    async fn empty() -> Self {
        let app = TestApp::new().await;
        let ours = app.organisation("Ours").await;
        let lead = app.account(ours, "Lena Lead", Right::Lead).await;
        let team = app.team(ours, "Payments", &[&lead]).await.to_string();
        let fields = [("round", "May"), ("team", team.as_str()), ("mode", "one_answer"), ("action", "open")];
        let made = app.post_as(&lead, "/rounds/new", &fields).await;
        let team_page = app.get_as(&lead, &format!("/teams/{team}")).await;
        let id = team_page.text().split("href=\"/rounds/").skip(1).map(|rest| rest.split('"').next().unwrap());
        let id = id.into_iter().find(|id| id.len() == 36);
        let id = id.unwrap_or_else(|| panic!("{} {}", made.status, team_page.text()));
        let round = format!("/rounds/{id}");
        app.post_as(&lead, &format!("{round}/open"), &[]).await;
        Self { app, lead, round, vote: String::new() }
    }

    /// A meeting at its first question.
    async fn new() -> Self {
        let mut room = Self::empty().await;
        room.act(&[("action", "start")]).await.leads_to();
        let page = room.screen().await;
        room.vote = format!("/vote/{}", between(&page, "http://localhost:3000/vote/", "\""));
        room
    }

    async fn act(&self, fields: &[(&str, &str)]) -> Answer {
        self.app.post_as(&self.lead, &format!("{}/meeting", self.round), fields).await
    }

    async fn step(&self, action: &str) -> String {
        let version = between(&self.screen().await, "name=\"version\" value=\"", "\"");
        self.act(&[("action", action), ("version", &version)]).await.leads_to().to_owned()
    }

    async fn screen(&self) -> String {
        self.app.get_as(&self.lead, &format!("{}/meeting", self.round)).await.text().to_owned()
    }

    async fn live(&self, seen: &str) -> Answer {
        self.app.get_as(&self.lead, &format!("{}/meeting/live?seen={seen}", self.round)).await
    }

    /// A telephone that takes part.
    async fn phone(&self) -> Browser {
        let joined = self.app.post(&self.vote, &[("action", "join")]).await;
        assert_eq!(joined.leads_to(), self.vote);
        let cookie = joined.header("set-cookie");
        assert!(cookie.contains("; HttpOnly; SameSite=Lax"), "{cookie}");
        Browser { cookie: cookie.split(';').next().unwrap().to_owned(), ..Browser::default() }
    }

    async fn votes(&self, phone: &Browser, item: &str, value: &str) -> Answer {
        self.app.post_as(phone, &self.vote, &[("item", item), ("vote", value)]).await
    }

    async fn close(&self) {
        let round_id: RoundId = self.round.trim_start_matches("/rounds/").parse().unwrap();
        let at = self.app.app.now();
        self.app.store.execute(TurnRound { round_id, turn: Turn::Close, by: None, at }).await.unwrap();
    }
}

fn between(text: &str, before: &str, after: &str) -> String {
    let rest = text.split(before).nth(1).unwrap_or_else(|| panic!("no {before} in {text}"));
    rest.split(after).next().unwrap().to_owned()
}
