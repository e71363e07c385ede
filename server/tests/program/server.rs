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
        let mut command = plumbline();
        command.arg("serve");
        Self::start_by(command, folder)
    }

    /// Starts it by another command, which may print something before that line.
    pub fn start_by(mut command: Command, folder: &Path) -> Self {
        let mut child = command
            .current_dir(folder)
            .env("PLUMBLINE_ADDR", "127.0.0.1:0")
            .env("DATABASE_URL", format!("sqlite://{}/plumbline.db", folder.display()))
            .env("PLUMBLINE_LOG", "error")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let address = lines.find_map(|line| {
            let rest = line.split_once("Open http://")?.1;
            rest.split_whitespace().next().map(str::to_owned)
        });
        let browser = Browser::new(&address.expect("a line with an address"));
        Self { child, browser }
    }

    /// The number of its process.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Starts a round and gives the path of its link to share.
    pub fn round(&self) -> String {
        let manage = self.browser.post("/start", &[]).location;
        let page = self.browser.get(&manage).body;
        format!("/join/{}", page.split("/join/").nth(1).unwrap().split('"').next().unwrap())
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
