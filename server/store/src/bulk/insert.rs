//! Statements that insert many rows.

/// Rows a statement. Times the columns of the widest table it stays below the 32,766 values that SQLite takes at once.
pub(super) const ROWS: usize = 500;

/// Inserts rows, [`ROWS`] a statement. The text up to `VALUES` is the same for both engines; since the number of rows
/// is only known when it runs, no build checks it, and the contract suite has to.
macro_rules! insert {
    ($conn:expr, $into:literal, $rows:expr, |$row:pat_param| [$($value:expr),+ $(,)?] $(,)?) => {
        for some in $rows.chunks($crate::bulk::insert::ROWS) {
            $crate::sql::tell($into);
            match $conn {
                #[cfg(feature = "sqlite")]
                $crate::conn::Conn::Sqlite(c) => {
                    let mut query = sqlx::QueryBuilder::<sqlx::Sqlite>::new($into);
                    query.push_values(some, |mut tuple, $row| { $(tuple.push_bind($value);)+ });
                    query.build().execute(&mut **c).await.map(drop)
                }
                #[cfg(feature = "postgres")]
                $crate::conn::Conn::Postgres(c) => {
                    let mut query = sqlx::QueryBuilder::<sqlx::Postgres>::new($into);
                    query.push_values(some, |mut tuple, $row| { $(tuple.push_bind($value);)+ });
                    query.build().execute(&mut **c).await.map(drop)
                }
            }
            .map_err($crate::error::driver)?;
        }
    };
}

pub(super) use insert;
