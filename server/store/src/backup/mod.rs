//! Copies of the database, and going back to one (SQLite; a PostgreSQL server has its own tools).

mod check;
mod error;
mod restore;

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use sqlx::Connection as _;

use crate::open::{Backend, Store, create_private};
use check::check;
pub use error::BackupError;
use error::{at, failed};
pub use restore::restore;

impl Store {
    /// Writes a consistent copy of the database to a new file, while everybody goes on working. The copy is checked
    /// and on the disk before it gets its name: a file of that name is a good backup.
    ///
    /// # Errors
    /// [`BackupError`]; no file is left then.
    pub async fn backup(&self, to: &Path) -> Result<(), BackupError> {
        match &*self.backend {
            Backend::Sqlite { write, .. } => copy(write.connect_options().get_filename(), to).await,
            #[cfg(feature = "postgres")]
            Backend::Postgres(_) => Err(BackupError::NotSqlite),
        }
    }
}

/// Copies, checks, flushes and names a database.
pub(crate) async fn copy(from: &Path, to: &Path) -> Result<(), BackupError> {
    if to.exists() {
        return Err(BackupError::Exists { path: to.to_owned() });
    }
    let part = beside(to, ".part");
    let made = write_copy(from, &part).await;
    let named = match made {
        Ok(()) => fs::rename(&part, to).map_err(at(to)).and_then(|()| flush_folder(to)),
        Err(error) => Err(error),
    };
    if named.is_err() {
        // If it cannot be removed it is still no backup: it has not got its name.
        drop(fs::remove_file(&part));
    }
    named
}

async fn write_copy(from: &Path, part: &Path) -> Result<(), BackupError> {
    if part.exists() {
        fs::remove_file(part).map_err(at(part))?;
    }
    // Made empty first, so that nobody else may read it.
    create_private(part).map_err(at(part))?;
    let mut source = check::open(from).await.map_err(failed)?;
    let target = part
        .to_str()
        .ok_or_else(|| BackupError::Bad { path: part.to_owned(), reason: "its name is not UTF-8".to_owned() })?;
    let copied = sqlx::query("VACUUM INTO $1").bind(target).execute(&mut source).await;
    source.close().await.map_err(failed)?;
    copied.map_err(failed)?;
    check(part).await?;
    File::open(part).and_then(|file| file.sync_all()).map_err(at(part))
}

/// The same folder and name with something behind it.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// The first name of this beginning that nothing has yet.
pub(crate) fn free_name(path: &Path, ending: &str) -> PathBuf {
    let numbered = (1_u32..).map(|number| beside(path, &format!("{ending}-{number}")));
    std::iter::once(beside(path, ending)).chain(numbered).find(|path| !path.exists()).unwrap_or_else(|| path.to_owned())
}

fn flush_folder(of: &Path) -> Result<(), BackupError> {
    let folder = of.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(at(folder))
}
