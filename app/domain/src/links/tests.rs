use super::*;

#[test]
fn a_token_reads_back_in_either_case() {
    let secret = RespondentSecret::from_random(std::array::from_fn(|i| u8::try_from(i * 13).unwrap()));
    let token = secret.token();
    assert_eq!(token.len(), 32);
    assert_eq!(RespondentSecret::parse(&token), Some(secret.clone()));
    assert_eq!(RespondentSecret::parse(&token.to_uppercase()), Some(secret));
}

#[test]
fn what_is_no_token_is_refused() {
    for bad in ["", "abc", &"u".repeat(32), &"0".repeat(31), &"0".repeat(33), &"é".repeat(16)] {
        assert_eq!(ManageSecret::parse(bad), None, "{bad}");
    }
}

#[test]
fn the_keys_of_one_secret_share_nothing() {
    let bytes = [7; SECRET_BYTES];
    let respondent = RespondentSecret::from_random(bytes);
    let manage = ManageSecret::from_random(bytes);
    let check = CheckSecret::from_random(bytes);
    let keys = [
        respondent.invitation_key().as_str().to_owned(),
        respondent.response_key().as_str().to_owned(),
        manage.key().as_str().to_owned(),
        manage.join_secret().key().as_str().to_owned(),
        check.key().as_str().to_owned(),
        check.manage_secret().key().as_str().to_owned(),
        check.respondent_secret().response_key().as_str().to_owned(),
    ];
    for (i, a) in keys.iter().enumerate() {
        assert_eq!(a.len(), 64);
        assert!(keys[i + 1..].iter().all(|b| a != b));
    }
    assert_ne!(manage.join_secret().token(), manage.token());
    assert_ne!(check.manage_secret().token(), check.respondent_secret().token());
}

#[test]
fn a_check_always_leads_to_the_same_round() {
    let check = CheckSecret::from_random([7; SECRET_BYTES]);
    let again = CheckSecret::parse(&check.token()).unwrap();
    assert_eq!(check.manage_secret(), again.manage_secret());
    assert_eq!(check.respondent_secret(), again.respondent_secret());
    let other = CheckSecret::from_random([8; SECRET_BYTES]);
    assert_ne!(check.manage_secret(), other.manage_secret());
    assert_ne!(check.respondent_secret(), other.respondent_secret());
}

#[test]
fn a_telephone_has_another_key_in_every_meeting() {
    let phone = PhoneSecret::from_random([7; SECRET_BYTES]);
    let [one, other] = [1, 2].map(|number| VoteSecret::from_random([number; VOTE_BYTES]));
    assert_eq!(one.token().len(), 16);
    assert_eq!(phone.key(&one), PhoneSecret::parse(&phone.token()).unwrap().key(&one));
    assert_ne!(phone.key(&one), phone.key(&other));
    assert_ne!(phone.key(&one), PhoneSecret::from_random([8; SECRET_BYTES]).key(&one));
    assert_ne!(one.key(), other.key());
}

#[test]
fn a_stored_key_reads_back_and_nothing_else_does() {
    let key = RespondentSecret::from_random([7; SECRET_BYTES]).response_key();
    assert_eq!(ResponseKey::from_stored(key.as_str()), Some(key));
    for bad in ["", "7", &"g".repeat(64), &"0".repeat(63)] {
        assert_eq!(ResponseKey::from_stored(bad), None, "{bad}");
    }
}

#[test]
fn a_form_that_is_sent_twice_makes_the_same_personal_links() {
    let form = RespondentSecret::from_random([7; SECRET_BYTES]);
    assert_eq!(form.personal("Ada"), form.personal("Ada"));
    assert_eq!(form.invitation_id("Ada"), form.invitation_id("Ada"));
    let other = RespondentSecret::from_random([8; SECRET_BYTES]);
    for another in [form.personal("Bob"), other.personal("Ada"), form.clone()] {
        assert_ne!(another, form.personal("Ada"));
    }
    assert_ne!(form.invitation_id("Ada"), form.invitation_id("Bob"));
}

#[test]
fn debug_hides_the_secret() {
    let secret = JoinSecret::from_random([1; SECRET_BYTES]);
    assert_eq!(format!("{secret:?}"), "JoinSecret(secret)");
}
