//! The program serving on a free port, over a database in a folder of its own.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::browser::Browser;

/// The program under test.
pub fn plumbline() -> Command {
    Command::new(env!("CARGO_BIN_EXE_plumbline"))
}

/// A running server; killed when dropped.
pub struct Server {
    child: Child,
    pub browser: Browser,
}

impl Server {
    /// Starts it and waits for the line that says where it listens.
    pub fn start(folder: &Path) -> Self {
        let mut child = plumbline()
            .arg("serve")
            .current_dir(folder)
            .env("PLUMBLINE_ADDR", "127.0.0.1:0")
            .env("DATABASE_URL", format!("sqlite://{}/plumbline.db", folder.display()))
            .env("PLUMBLINE_LOG", "error")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.split("http://").nth(1).and_then(|rest| rest.split_whitespace().next());
        let browser = Browser::new(address.unwrap_or_else(|| panic!("no address in {line:?}")));
        Self { child, browser }
    }

    /// Ends it at once, as a power cut or an impatient administrator would.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks it to end and gives its exit code.
    pub fn terminate(mut self) -> Option<i32> {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
        self.child.wait().unwrap().code()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
