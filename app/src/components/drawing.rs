//! A chart that stands alone: for a desk and for a phone, with what it says in words and its numbers as a table.

use charts::{Chart, DataTable, Ids, Width};
use leptos::prelude::*;

use super::chart;
use super::disclosure::Disclosure;
use super::table::Scrolls;
use crate::rendered::{IntoRendered, Rendered};

/// A chart under the id `id`, drawn in both widths by `draw`; nothing where there is nothing to draw. The heading above
/// says what it is about, so its title is for screen readers.
pub fn drawing(id: &'static str, draw: impl Fn(Width) -> Option<Chart>) -> Option<Rendered> {
    let (wide, narrow) = (draw(Width::Wide)?, draw(Width::Narrow)?);
    let picture = |drawn: &Chart, width: Width, ending: &str| {
        Ids::new(&format!("{id}-{ending}")).map(|ids| chart::alone(drawn, width, &ids))
    };
    let shown = view! {
        <figure class="drawing stack-tight">
            {picture(&wide, Width::Wide, "wide")}
            {picture(&narrow, Width::Narrow, "narrow")}
            <p class="soft small measure">{wide.description().to_owned()}</p>
            <Disclosure aside=true summary="Show as a table">{table(format!("{id}-table"), &wide)}</Disclosure>
        </figure>
    };
    Some(shown.rendered())
}

fn table(id: String, chart: &Chart) -> Rendered {
    let (numbers, title): (&DataTable, _) = (chart.table(), chart.title().to_owned());
    let heads = numbers.head().iter().map(|head| view! { <th scope="col">{head.clone()}</th> }).collect_view();
    let rows = numbers.rows().iter().map(|row| {
        let cells = row.iter().enumerate().map(|(place, cell)| match place {
            0 => view! { <th scope="row">{cell.clone()}</th> }.rendered(),
            _ => view! { <td>{cell.clone()}</td> }.rendered(),
        });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    let rows = rows.collect_view();
    view! {
        <Scrolls id=id.clone()>
            <table class="table">
                <caption id=id>{title}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </Scrolls>
    }
    .rendered()
}
