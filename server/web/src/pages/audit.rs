//! `/admin/audit`: the log, for owners.

use std::collections::HashMap;

use app::pages::audit::{Audit, page};
use axum::extract::{Query, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use domain::audit::{Deed, Filter};
use usecases::{Error, audit, moment};

use crate::csv;
use crate::problem::Failure;
use crate::render::Frame;
use crate::session::SignedIn;

type Asked = HashMap<String, String>;

/// Which entries are asked for: `?deed=WORD`, which shows all where it is no deed, and `?person=ID`, which is not found
/// where it is nobody, so that a person's entries are never mixed up with everybody's.
fn filter(asked: &Asked) -> Result<Filter, Error> {
    let deed = asked.get("deed").and_then(|word| Deed::from_word(word));
    let by = asked.get("person").filter(|id| !id.is_empty());
    let by = by.map(|id| id.parse().map_err(|_| Error::NotFound)).transpose()?;
    Ok(Filter { deed, by })
}

/// A page of it, with `?before=N` for older entries.
pub async fn show(
    State(state): State<crate::State>,
    SignedIn(caller): SignedIn,
    Query(query): Query<Asked>,
    frame: Frame,
) -> Result<Response, Failure> {
    let found = async {
        let owner = caller.owner()?;
        let filter = filter(&query)?;
        let before = query.get("before").and_then(|number| number.parse().ok());
        let log = audit::page(&state.app, &owner, filter, before).await?;
        let chain = if before.is_none() { Some(audit::chain(&state.app, &owner).await?) } else { None };
        Ok(Audit { log, filter, chain })
    };
    let audit = found.await.map_err(|error| Failure::of(&frame, &error))?;
    Ok(frame.show(|| page(audit)))
}

/// The log as a file, whole or what was asked for: with its hashes, so that the chain of the whole can be followed
/// without this program.
pub async fn csv(
    State(state): State<crate::State>,
    SignedIn(caller): SignedIn,
    Query(query): Query<Asked>,
    frame: Frame,
) -> Result<Response, Failure> {
    let found = async { audit::export(&state.app, &caller.owner()?, filter(&query)?).await };
    let links = found.await.map_err(|error| Failure::of(&frame, &error))?;
    let mut text = String::new();
    let heads = ["number", "time_utc", "microseconds", "actor", "deed", "subject", "detail", "previous_hash", "hash"];
    csv::row(&mut text, &heads);
    for link in links {
        let entry = link.entry;
        csv::row(
            &mut text,
            &[
                &entry.number.to_string(),
                &moment::second(entry.at),
                &entry.at.to_string(),
                &entry.actor.map(|actor| actor.to_string()).unwrap_or_default(),
                entry.deed.word(),
                &entry.subject,
                &entry.detail,
                &link.previous,
                &link.hash,
            ],
        );
    }
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"plumbline-audit-log.csv\""),
    ];
    Ok((headers, text).into_response())
}
