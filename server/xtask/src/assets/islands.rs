//! The islands: compiled by cargo, then given their JavaScript by wasm-bindgen,
//! which is used as a library so that nothing has to be installed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::SystemTime;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use super::NAME;
use super::dist::{self, Outputs};
use crate::workspace::apart;

/// `cargo rustc --crate-type cdylib` rather than `cargo build`: with an rlib
/// beside it cargo silently drops link-time optimisation (cargo #4611).
const COMPILE: &[&str] = &[
    "rustc",
    "--package=islands",
    "--lib",
    "--crate-type=cdylib",
    "--profile=wasm-release",
    "--target=wasm32-unknown-unknown",
    "--no-default-features",
    "--features=hydrate",
    "--message-format=json-render-diagnostics",
];

/// Compiles the islands and returns the folder with what the browser loads.
pub fn build(root: &Path) -> Result<PathBuf> {
    let wasm = compile(root)?;
    let folder = wasm.with_file_name("browser");
    let made = folder.join(format!("{NAME}_bg.wasm"));
    // A newer helper may hold another wasm-bindgen, so it counts as an input.
    if older(&made, &[&wasm, &std::env::current_exe()?])? {
        bind(&wasm, &folder)?;
    }
    Ok(folder)
}

/// Adds the islands' files that an earlier build left in `dist`.
pub fn keep(dist: &Path, outputs: &mut Outputs) -> Result<()> {
    let mut present = Outputs::new();
    dist::collect(dist, &mut present)?;
    present.retain(|path, _| belongs_to_islands(path));
    outputs.append(&mut present);
    Ok(())
}

fn belongs_to_islands(path: &str) -> bool {
    path.starts_with("snippets/") || path == format!("{NAME}.js") || path == format!("{NAME}_bg.wasm")
}

fn compile(root: &Path) -> Result<PathBuf> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = apart(&mut Command::new(cargo))
        .args(COMPILE)
        .current_dir(root)
        .stderr(Stdio::inherit())
        .output()
        .context("cargo could not be started")?;
    if !output.status.success() {
        bail!("the islands did not compile ({})", output.status);
    }
    String::from_utf8(output.stdout)?
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter_map(|message| artefact(&message))
        .next_back()
        .context("cargo reported no .wasm file for the islands")
}

/// The `.wasm` file a message of cargo names, if it is about one.
fn artefact(message: &serde_json::Value) -> Option<PathBuf> {
    let files = message.get("filenames")?.as_array()?.iter();
    files
        .filter_map(|file| file.as_str())
        .map(PathBuf::from)
        .find(|file| file.extension().is_some_and(|name| name == "wasm"))
}

fn bind(wasm: &Path, folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Bindgen::new()
        .input_path(wasm)
        .out_name(NAME)
        .web(true)?
        .typescript(false)
        // So that the script finds the `.wasm` beside itself.
        .omit_default_module_path(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(folder)
        .context("wasm-bindgen refused the islands")
}

/// Whether `made` is missing or older than one of its inputs.
fn older(made: &Path, inputs: &[&Path]) -> Result<bool> {
    let Ok(made) = modified(made) else {
        return Ok(true);
    };
    for input in inputs {
        if modified(input)? > made {
            return Ok(true);
        }
    }
    Ok(false)
}

fn modified(path: &Path) -> Result<SystemTime> {
    Ok(fs::metadata(path)?.modified()?)
}
