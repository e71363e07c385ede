//! What handlers share.

use std::sync::Arc;

use ipnet::IpNet;
use usecases::App;

use crate::downloads::Reports;

/// What the web part needs to know of the configuration.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The address that people reach the server under, such as `https://plumbline.example`, without a slash at its
    /// end. Without it, links are made from the request's `Host`.
    pub public_url: Option<String>,
    /// Who runs this server and answers for the data, as people read it before the first question.
    pub operator: Option<String>,
    /// Proxies that are believed when they say whom they speak for.
    pub trusted_proxies: Vec<IpNet>,
    /// Whether `/styleguide` is there.
    pub styleguide: bool,
    /// Whether the data are those of a demonstration, which every page then says.
    pub demo: bool,
}

impl Settings {
    /// Who runs this server, in words that fit into a sentence.
    pub(crate) fn operator(&self) -> String {
        self.operator.clone().unwrap_or_else(|| "whoever runs this server".to_owned())
    }

    /// Whether people reach the server over TLS, so that browsers may be told to insist on it.
    pub(crate) fn is_https(&self) -> bool {
        self.public_url.as_deref().is_some_and(|url| url.starts_with("https://"))
    }
}

/// Everything a handler can reach.
#[derive(Clone)]
pub struct State {
    pub(crate) app: App,
    pub(crate) reports: Reports,
    pub(crate) settings: Arc<Settings>,
}

impl State {
    /// Puts the parts together.
    #[must_use]
    pub fn new(app: App, renderer: Arc<dyn crate::RenderPdf>, settings: Settings) -> Self {
        Self { app, reports: Reports::new(renderer), settings: Arc::new(settings) }
    }
}
