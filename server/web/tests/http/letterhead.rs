//! Logo and colour of an organisation's reports.

use axum::http::StatusCode;
use domain::ids::OrganisationId;
use domain::rights::Right;
use domain::round::Mode;
use serde_json::{Value, json};

use crate::helpers::{Answer, Browser, TestApp};
use crate::published::opened;

const PAGE: &str = "/admin/letterhead";
const LOGO: &str = "/admin/letterhead/logo";
const DRAWING: &[u8] = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 10'><path d='M0 0h40v10z'/></svg>";
/// The beginning of a picture of 64 by 16 pixels, which holds bytes that are no text.
const PIXELS: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x40\0\0\0\x10\x08\x06\0\0\0\xff\xfe";

/// An organisation with an owner and a round of a team.
struct Home {
    owner: Browser,
    round: String,
}

async fn home(app: &TestApp, name: &str, number: u16) -> Home {
    let organisation: OrganisationId = app.organisation(name).await;
    let owner = app.account(organisation, &format!("{name} Owner"), Right::Owner).await;
    let team = app.team(organisation, "Fraud", &[]).await;
    let round = opened(app, (organisation, team), number, Mode::Named, &[]).await.to_string();
    Home { owner, round }
}

/// Sends the form as a browser does, with this file and these fields.
async fn send(app: &TestApp, owner: &Browser, file: &[u8], fields: &[(&str, &str)]) -> Answer {
    let part = |name: &str| format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"");
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend_from_slice(format!("{}\r\n\r\n{value}\r\n", part(name)).as_bytes());
    }
    let head = format!("{}; filename=\"logo\"\r\nContent-Type: application/octet-stream\r\n\r\n", part("logo"));
    body.extend_from_slice(head.as_bytes());
    body.extend_from_slice(file);
    body.extend_from_slice(b"\r\n--edge--\r\n");
    app.post_body_as(owner, PAGE, "multipart/form-data; boundary=edge", body).await
}

/// Name, logo and colour on the report of the home's round.
async fn on_paper(app: &TestApp, home: &Home) -> [Value; 3] {
    let paper = app.get_as(&home.owner, &format!("/rounds/{}/report.pdf", home.round)).await.json();
    ["organisation", "logo", "accent"].map(|field| paper[field].clone())
}

#[tokio::test]
async fn reports_bear_the_logo_and_the_colour_that_the_owner_has_set() {
    let app = TestApp::new().await;
    let (ours, theirs) = (home(&app, "Ours", 1).await, home(&app, "Theirs", 2).await);
    assert_eq!(on_paper(&app, &ours).await, [json!("Ours"), Value::Null, Value::Null]);
    assert_eq!(app.get_as(&ours.owner, LOGO).await.status, StatusCode::NO_CONTENT);
    for (file, kind, media) in [(DRAWING, "svg", "image/svg+xml"), (PIXELS, "png", "image/png")] {
        let kept = send(&app, &ours.owner, file, &[("accent", "#7A1F3D")]).await;
        let page = app.get_as(&ours.owner, kept.leads_to()).await;
        assert!(page.text().contains("The letterhead is kept.") && page.text().contains("value=\"#7a1f3d\""));
        assert!(page.text().contains(LOGO), "{}", page.text());
        let logo = app.get_as(&ours.owner, LOGO).await;
        assert_eq!((logo.header("content-type"), &logo.body[..]), (media, file));
        assert_eq!(on_paper(&app, &ours).await, [json!("Ours"), json!(kind), json!("#7a1f3d")]);
    }
    // Without a new file the logo stays; it goes only where that is ticked.
    send(&app, &ours.owner, b"", &[("accent", "")]).await.leads_to();
    assert_eq!(on_paper(&app, &ours).await, [json!("Ours"), json!("png"), Value::Null]);
    send(&app, &ours.owner, b"", &[("accent", ""), ("without_logo", "yes")]).await.leads_to();
    assert_eq!(on_paper(&app, &ours).await, [json!("Ours"), Value::Null, Value::Null]);
    assert_eq!(on_paper(&app, &theirs).await, [json!("Theirs"), Value::Null, Value::Null]);
    let log = app.get_as(&ours.owner, "/admin/audit").await;
    assert!(log.text().contains("reports: colour #7a1f3d; logo of"), "{}", log.text());
}

#[tokio::test]
async fn what_is_no_logo_or_no_colour_is_refused_and_nothing_is_kept() {
    let app = TestApp::new().await;
    let ours = home(&app, "Ours", 1).await;
    send(&app, &ours.owner, DRAWING, &[("accent", "#17506b")]).await.leads_to();
    let running = b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>";
    for (file, accent, why) in [
        (&b"GIF89a\xff"[..], "", "neither a PNG nor an SVG"),
        (running, "", "is not allowed in a logo"),
        (PIXELS, "#eeeeee", "too pale to be read on white"),
        (b"", "red", "A colour is a #"),
    ] {
        let refused = send(&app, &ours.owner, file, &[("accent", accent)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{why}");
        assert!(refused.text().contains(why) && refused.text().contains(&format!("value=\"{accent}\"")), "{why}");
    }
    assert_eq!(on_paper(&app, &ours).await, [json!("Ours"), json!("svg"), json!("#17506b")]);
}
