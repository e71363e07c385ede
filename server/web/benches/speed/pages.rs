//! A section of the questionnaire, with answers, against the same bytes without making them.

use crate::client::Client;
use crate::figures::Figures;
use crate::load::load;
use crate::served::{application, bare, folder, request, responses};
use crate::{Machine, ROUNDS, TIME};

const CONNECTIONS: usize = 16;
/// The way browsers ask.
const COMPRESSED: &str = "Accept-Encoding: gzip, deflate, br, zstd\r\n";

pub fn measure(machine: &Machine) {
    let folder = folder();
    let application = application(&machine.serving, &folder);
    for (what, more) in [("as it is", ""), ("compressed", COMPRESSED)] {
        let (request, bare, bytes) = machine.loading.block_on(async {
            let mut client = Client::connect(application).await;
            let respond = responses(&mut client, 1).await.remove(0);
            let answers = "TE1-1=4&TE1-2=2&TE1-3=5&comment.TE1-1=Since+spring";
            let saved = client.exchange(&request("POST", &format!("{respond}/autosave"), "", answers)).await;
            assert_eq!(saved.status, 204, "{}", saved.head);
            let request = request("GET", &format!("{respond}?section=TE1"), more, "");
            let page = client.exchange(&request).await;
            assert_eq!((page.status, page.header("content-encoding").is_some()), (200, !more.is_empty()));
            let (bare, page) = (bare(&machine.serving, &page), page.whole_body());
            let handed_out = Client::connect(bare).await.exchange(&request).await.whole_body();
            assert!(page == handed_out, "the limit is about the same bytes");
            (request, bare, page.len())
        });
        let mut figures = Figures::default();
        for _ in 0..ROUNDS {
            let [made, handed_out] = [application, bare].map(|address| {
                let askers = vec![request.clone(); CONNECTIONS].into_iter().map(|request| move || request.clone());
                machine.loading.block_on(load(address, askers.collect(), 200, TIME)).per_second
            });
            figures.add(made, handed_out);
        }
        figures.print(&format!("pages/s, {what} ({bytes} bytes); limit: the same bytes, static"), 0);
    }
}
