//! Every address a page links to, in one place: links in pages and redirects in handlers are made here.

use domain::audit::{Deed, Filter};
use domain::ids::{AccountId, ActionId, RoundId, TeamId, UnitId};
use domain::links::{CheckSecret, JoinSecret, ManageSecret, ReportSecret, RespondentSecret};

use crate::pages::respond::Scope;

/// The landing page.
pub const HOME: &str = "/";
/// Where the form that starts a round posts to.
pub const START: &str = "/start";
/// The quick check.
pub const CHECK: &str = "/check";
/// A result from invented answers.
pub const SAMPLE: &str = "/sample";
/// The PDF summary of the same.
pub const SAMPLE_PDF: &str = "/sample/report.pdf";

/// What a quick check says.
pub fn check(secret: &CheckSecret) -> String {
    check_token(&secret.token())
}

/// The same from a token.
pub fn check_token(token: &str) -> String {
    format!("{CHECK}/{token}")
}

/// The PDF page of a quick check.
pub fn check_pdf(token: &str) -> String {
    format!("{CHECK}/{token}/report.pdf")
}

/// Every part and token, where the server is set to show them.
pub const STYLEGUIDE: &str = "/styleguide";

/// The round, for who started it.
pub fn manage(secret: &ManageSecret) -> String {
    manage_token(&secret.token())
}

/// The same from a token.
pub fn manage_token(token: &str) -> String {
    format!("/manage/{token}")
}

/// The result of a round.
pub fn results(manage_token: &str) -> String {
    format!("/manage/{manage_token}/results")
}

/// The PDF summary of a round.
pub fn report_pdf(manage_token: &str) -> String {
    format!("/manage/{manage_token}/report.pdf")
}

/// What a round has published, for whoever it was sent to.
pub fn shared_report(secret: &ReportSecret) -> String {
    shared_report_token(&secret.token())
}

/// The same from a token.
pub fn shared_report_token(token: &str) -> String {
    format!("/report/{token}")
}

/// The links to a round's result.
pub fn report_links(round: RoundId) -> String {
    under(&self::round(round), "report-links")
}

/// The link to share.
pub fn join(secret: &JoinSecret) -> String {
    format!("/join/{}", secret.token())
}

/// The same from a token.
pub fn join_token(token: &str) -> String {
    format!("/join/{token}")
}

/// One's own response.
pub fn respond(secret: &RespondentSecret) -> String {
    format!("/respond/{}", secret.token())
}

/// A section of one's own response.
pub fn section(respond_token: &str, section: &str) -> String {
    format!("/respond/{respond_token}?section={section}")
}

/// The word in the address of a section that asks for what is left.
pub const LEFT: &str = "left";

/// A section of one's own response, or what is left of it.
pub fn section_in(respond_token: &str, section: &str, scope: Scope) -> String {
    let address = self::section(respond_token, section);
    match scope {
        Scope::All => address,
        Scope::Left => format!("{address}&only={LEFT}"),
    }
}

/// What was entered before.
pub fn history(respond_token: &str) -> String {
    format!("/respond/{respond_token}/history")
}

/// Where the autosave island sends single changes.
pub fn autosave(respond_token: &str) -> String {
    format!("/respond/{respond_token}/autosave")
}

/// Signing in.
pub const LOGIN: &str = "/login";
/// The second step of signing in.
pub const LOGIN_CODE: &str = "/login/code";
/// Asking for a new password.
pub const FORGOT: &str = "/forgot";
/// Signing out: a POST.
pub const LOGOUT: &str = "/logout";
/// Making the first owner and organisation.
pub const SETUP: &str = "/setup";
/// What needs one now.
pub const DASHBOARD: &str = "/dashboard";
/// Every team that one may see.
pub const TEAMS: &str = "/teams";
/// The organisation, for its owners.
pub const ADMIN: &str = "/admin";
/// One's own account.
pub const ACCOUNT: &str = "/account";

/// One's own sessions.
pub const SESSIONS: &str = "/account/sessions";
/// One's own password.
pub const PASSWORD: &str = "/account/password";
/// One's own second factor.
pub const FACTOR: &str = "/account/second-factor";

/// The page that makes the first owner.
pub fn setup(token: &str) -> String {
    format!("{SETUP}/{token}")
}

/// Taking an invitation up.
pub fn invitation(token: &str) -> String {
    format!("/invitation/{token}")
}

/// Choosing a new password.
pub fn reset(token: &str) -> String {
    format!("/reset/{token}")
}

/// The whole log as a file.
pub const AUDIT_CSV: &str = "/admin/audit.csv";
/// What is kept about oneself.
pub const OWN_DATA: &str = "/account/data";
/// The same as a file.
pub const OWN_DATA_JSON: &str = "/account/data.json";
/// Deleting one's own account.
pub const LEAVE: &str = "/account/delete";

/// Taking a round that was made without an account into an organisation.
pub fn claim(manage_token: &str) -> String {
    format!("/manage/{manage_token}/claim")
}

/// Signing in, and going on to an address of this site afterwards.
pub fn login_for(next: &str) -> String {
    if next.is_empty() {
        return LOGIN.to_owned();
    }
    let next: String = url::form_urlencoded::byte_serialize(next.as_bytes()).collect();
    format!("{LOGIN}?next={next}")
}

/// Making a team.
pub const NEW_TEAM: &str = "/teams/new";
/// The organisation's people.
pub const PEOPLE: &str = "/admin/people";
/// Inviting somebody.
pub const NEW_PERSON: &str = "/admin/people/new";
/// Importing people and teams.
pub const IMPORT: &str = "/admin/import";
/// The tree of units.
pub const UNITS: &str = "/admin/units";
/// What owners set.
pub const SETTINGS: &str = "/admin/settings";
/// Logo and colour of reports.
pub const LETTERHEAD: &str = "/admin/letterhead";
/// The logo itself.
pub const LOGO: &str = "/admin/letterhead/logo";
/// Who did what.
pub const AUDIT: &str = "/admin/audit";

/// The entries of the log that are meant, below the number `before`.
pub fn audit(filter: Filter, before: Option<i64>) -> String {
    filtered(AUDIT, filter, before)
}

/// All entries that are meant, as a file.
pub fn audit_csv(filter: Filter) -> String {
    filtered(AUDIT_CSV, filter, None)
}

fn filtered(address: &str, Filter { deed, by }: Filter, before: Option<i64>) -> String {
    let parts = [
        before.map(|before| format!("before={before}")),
        deed.map(Deed::word).map(|word| format!("deed={word}")),
        by.map(|account| format!("person={account}")),
    ];
    let query: Vec<String> = parts.into_iter().flatten().collect();
    if query.is_empty() { address.to_owned() } else { format!("{address}?{}", query.join("&")) }
}

/// One of the organisation's people.
pub fn person(id: AccountId) -> String {
    format!("{PEOPLE}/{id}")
}

/// A unit.
pub fn unit(id: UnitId) -> String {
    format!("{UNITS}/{id}")
}

/// Making a round.
pub const NEW_ROUND: &str = "/rounds/new";
/// Looking for teams, people and rounds.
pub const SEARCH: &str = "/search";

/// Rounds beside each other.
pub const COMPARE: &str = "/compare";
/// All teams on one page.
pub const OVERVIEW: &str = "/teams/overview";
/// The value of `action` that asks for rounds to choose from.
pub const CHOOSE: &str = "choose";

/// These rounds beside each other; of one alone, the rounds that it can be compared with.
pub fn compare(rounds: &[RoundId]) -> String {
    let ids: Vec<String> = rounds.iter().map(RoundId::to_string).collect();
    if ids.is_empty() { COMPARE.to_owned() } else { format!("{COMPARE}?rounds={}", ids.join(",")) }
}

/// These rounds beside each other as PDF.
pub fn comparison_pdf(rounds: impl Iterator<Item = RoundId>) -> String {
    let ids: Vec<String> = rounds.map(|id| id.to_string()).collect();
    format!("{COMPARE}.pdf?rounds={}", ids.join(","))
}

/// Making a round for a team.
pub fn new_round(team: TeamId) -> String {
    format!("{NEW_ROUND}?team={team}")
}

/// A part of a team's page or of a round's: what is done there.
pub fn under(address: &str, part: &str) -> String {
    format!("{address}/{part}")
}

/// A team.
pub fn team(id: TeamId) -> String {
    format!("{TEAMS}/{id}")
}

/// The actions of all teams.
pub const PLAN: &str = "/plan";

/// A team's plan.
pub fn team_plan(team: TeamId) -> String {
    under(&self::team(team), "plan")
}

/// Adding an action to it.
pub fn new_action(team: TeamId) -> String {
    under(&team_plan(team), "new")
}

/// The same, filled in from what a round's result says to do next about a practice.
pub fn new_action_from(team: TeamId, round: RoundId, practice: &str) -> String {
    let practice: String = url::form_urlencoded::byte_serialize(practice.as_bytes()).collect();
    format!("{}?round={round}&practice={practice}", new_action(team))
}

/// An action of a team's plan.
pub fn action(team: TeamId, action: ActionId) -> String {
    under(&team_plan(team), &action.to_string())
}

/// A round of an account's organisation.
pub fn round(id: RoundId) -> String {
    format!("/rounds/{id}")
}

/// The screen of its meeting.
pub fn meeting(id: RoundId) -> String {
    format!("/rounds/{id}/meeting")
}

/// Where the screen asks what has changed.
pub fn meeting_live(id: RoundId) -> String {
    format!("/rounds/{id}/meeting/live")
}

/// The link that a meeting's telephones open, in groups of four, so that it can be typed from a screen.
pub fn vote(token: &str) -> String {
    let letters: Vec<char> = token.chars().filter(|letter| *letter != '-').collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    format!("/vote/{}", groups.join("-"))
}

/// Where a telephone asks what has changed.
pub fn vote_live(token: &str) -> String {
    format!("{}/live", vote(token))
}

/// Its result.
pub fn round_results(id: RoundId) -> String {
    format!("/rounds/{id}/results")
}

/// What an investment is worth, from its delivery metrics and the team's own numbers.
pub fn worksheet(id: RoundId) -> String {
    under(&round(id), "worksheet")
}

/// Its personal links.
pub fn invitations(id: RoundId) -> String {
    format!("/rounds/{id}/invitations")
}

/// Reminding those who have not begun.
pub fn remind(id: RoundId) -> String {
    format!("/rounds/{id}/remind")
}

/// Its PDF summary.
pub fn round_pdf(id: RoundId) -> String {
    format!("/rounds/{id}/report.pdf")
}
