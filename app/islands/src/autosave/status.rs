//! How saving stands, in words.

/// How saving stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Status<'a> {
    /// Sent, not yet acknowledged.
    Saving,
    /// Acknowledged by the server.
    Saved,
    /// Acknowledged, after a failure that was told.
    SavedAgain,
    /// Not acknowledged; will be sent again.
    Retrying,
    /// No connection; will be sent when there is one.
    Offline,
    /// The page was to be left, and what is on it could not be sent.
    NotLeft,
    /// Changed elsewhere too: the person has to choose.
    Conflict,
    /// The server cannot take it: why.
    Refused(&'a str),
    /// Kept in this tab until the form is sent.
    Draft,
}

impl Status<'_> {
    /// What is shown.
    pub fn text(self) -> String {
        match self {
            Self::Saving => "Saving".to_owned(),
            Self::Saved | Self::SavedAgain => ["Saved ", &time_of_day()].concat(),
            Self::Retrying => "Not saved, retrying".to_owned(),
            Self::Offline => "Not saved, offline. Kept in this browser and sent when you are back.".to_owned(),
            Self::NotLeft => "Not saved yet, so you are still here. It is kept in this browser; try again.".to_owned(),
            Self::Conflict => "Not saved: choose below.".to_owned(),
            Self::Refused(why) => ["Not saved. ", why].concat(),
            Self::Draft => "Kept in this tab until you send it".to_owned(),
        }
    }

    /// What a screen reader is told: failures and their end, not every save.
    pub fn announced(self) -> String {
        match self {
            Self::Saving | Self::Draft | Self::Saved => String::new(),
            Self::SavedAgain => "Saved again".to_owned(),
            _ => self.text(),
        }
    }

    /// Whether it stays in sight until it is mended.
    pub fn is_bad(self) -> bool {
        !matches!(self, Self::Saving | Self::Saved | Self::SavedAgain | Self::Draft)
    }
}

/// The browser's clock as "14:03".
fn time_of_day() -> String {
    let now = js_sys::Date::new_0();
    let two = |number: u32| ["0", &number.to_string()].concat()[usize::from(number > 9)..].to_owned();
    [two(now.get_hours()), two(now.get_minutes())].join(":")
}
