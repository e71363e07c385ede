//! Logo and colour of an organisation.

use domain::ids::OrganisationId;
use store::{ChangeLetterhead, Store, StoredLetterhead};

use crate::claiming::home;
use crate::db::Db;

async fn change(store: &Store, organisation_id: OrganisationId, accent: &str, logo: Option<&[u8]>) -> bool {
    let command = ChangeLetterhead { organisation_id, accent: accent.to_owned(), logo: logo.map(<[u8]>::to_vec) };
    store.execute(command).await.unwrap()
}

async fn read(store: &Store, organisation: OrganisationId) -> (String, Vec<u8>) {
    let StoredLetterhead { accent, logo } = store.snapshot().await.unwrap().letterhead(organisation).await.unwrap();
    (accent, logo)
}

pub async fn a_letterhead_is_kept_until_it_is_changed(Db { store, .. }: Db) {
    let (ours, theirs) = (home(&store, 1).await.0, home(&store, 2).await.0);
    assert_eq!(read(&store, ours).await, (String::new(), Vec::new()));
    let every: Vec<u8> = (0..=255).collect();
    assert!(change(&store, ours, "#17506b", Some(&every)).await);
    assert!(!change(&store, ours, "#17506b", Some(&every)).await, "it is so already");
    assert_eq!(read(&store, ours).await, ("#17506b".to_owned(), every.clone()));
    assert_eq!(read(&store, theirs).await, (String::new(), Vec::new()));
    assert!(change(&store, ours, "", None).await);
    assert!(!change(&store, ours, "", None).await);
    assert_eq!(read(&store, ours).await, (String::new(), every));
    assert!(change(&store, ours, "#7a1f3d", Some(&[])).await);
    assert_eq!(read(&store, ours).await, ("#7a1f3d".to_owned(), Vec::new()));
}
