//! What every store must do: one suite, run on SQLite and on PostgreSQL.
//!
//! A case is a function of a [`store::Store`] with empty tables, listed once below. `postgres::` needs a server:
//! `cargo xtask postgres -- cargo test -p store`, or `make test`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod actions;
mod answers;
mod apart;
mod backups;
mod bulk;
mod care;
mod claiming;
mod concurrency;
mod db;
mod erasure;
mod fixture;
mod idempotency;
mod jobs;
mod joining;
mod leaving;
mod letterheads;
mod log;
mod meetings;
mod overview;
mod personal;
mod publications;
mod quick_checks;
mod responses;
mod rounds;
mod sharing;
mod teams;
mod transactions;
mod worksheets;

mod on_postgres;
mod on_sqlite;
mod plans;

macro_rules! contract {
    ($($module:ident: $($case:ident)+;)+) => {
        mod sqlite {
            $($(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $case() {
                    crate::db::Sqlite::test(crate::$module::$case).await;
                }
            )+)+
        }

        mod postgres {
            $($(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $case() {
                    crate::db::Postgres::test(crate::$module::$case).await;
                }
            )+)+
        }
    };
}

contract! {
    rounds:
        a_started_round_is_found_by_both_links
        modes_and_thresholds_are_kept
        starting_twice_changes_nothing
        a_taken_round_id_is_refused
        a_second_round_may_use_the_same_team
        a_team_of_another_organisation_is_refused
        rounds_are_looked_up_together_in_one_organisation_only
        closing_tells_what_was_before
        text_with_a_nul_is_refused;
    joining:
        joining_counts_responses
        joining_twice_changes_nothing
        an_unknown_link_joins_nothing
        a_closed_round_lets_nobody_in
        an_erased_response_is_not_made_again
        who_gives_no_name_gets_a_number_and_nobody_has_one_in_confidence
        an_account_gets_one_response_however_often_it_begins_at_once
        a_team_with_one_answer_has_one_response_whoever_comes_first;
    responses:
        a_response_is_found_with_its_round
        submitting_and_reopening
        a_closed_round_keeps_its_responses_as_they_are
        nothing_happens_behind_an_unknown_link
        renaming
        summaries_count_answered_items
        pace_adds_up_until_the_response_is_handed_in;
    answers:
        a_save_gives_versions_and_history
        the_whole_history_and_any_version_can_be_read
        an_equal_value_is_no_new_version
        a_stale_change_saves_nothing_at_all
        seen_zero_means_empty
        without_a_seen_version_the_last_one_wins
        clearing_is_a_version_of_its_own
        a_field_named_twice_takes_the_last_value
        nothing_is_saved_after_submission_or_closure
        any_text_comes_back_as_it_was
        answers_of_a_round_leave_out_what_is_empty;
    quick_checks:
        a_quick_check_comes_back_as_it_was
        a_quick_check_never_changes
        a_quick_check_with_a_nul_is_refused
        answers_that_are_no_json_are_told
        going_on_makes_a_round_with_the_answers
        going_on_again_changes_nothing
        going_on_at_once_makes_one_round
        going_on_without_an_organisation_leaves_nothing;
    meetings:
        votes_are_hidden_until_all_are_shown
        a_telephone_has_one_vote_and_may_change_it
        no_vote_comes_in_late
        votes_and_showing_them_at_once_leave_no_vote_uncounted
        going_on_forgets_the_votes
        a_step_that_two_take_at_once_is_taken_once
        a_meeting_ends_with_its_round_and_after_its_day
        a_meeting_is_found_by_its_link_and_begins_once;
    sharing:
        a_link_leads_to_its_round_until_its_end
        a_link_is_withdrawn_by_its_own_round_once
        a_round_has_only_so_many_links_that_work
        a_link_outlives_the_account_that_made_it;
    claiming:
        a_claimed_round_moves_with_everything
        a_round_is_claimed_once_and_by_its_link_only
        a_team_with_another_round_stays_and_a_new_one_is_made;
    letterheads:
        a_letterhead_is_kept_until_it_is_changed;
    leaving:
        who_leaves_takes_the_name_or_everything
        ones_own_values_are_not_those_of_the_whole_team
        who_begins_while_leaving_leaves_no_name
        what_a_team_gave_together_stays
        an_organisation_keeps_an_owner;
    log:
        the_log_is_read_by_pages_by_deeds_and_as_a_chain
        names_are_found_in_the_own_organisation_only;
    apart:
        an_account_begins_once_and_only_its_own_link_leads_back
        a_confidential_response_bears_no_name
        who_has_begun_is_known_and_no_more
        nothing_that_is_stored_leads_from_an_invitation_to_a_response
        nor_from_a_personal_link;
    personal:
        a_personal_link_makes_one_response_and_leads_back_to_it
        inviting_twice_invites_once
        a_link_is_replaced_or_withdrawn_until_it_is_used
        a_closed_round_invites_replaces_and_withdraws_nobody
        personal_links_of_one_answer_for_the_team_open_the_same
        a_link_that_is_used_many_times_at_once_makes_one_response
        job_roles_are_told_of_named_rounds_only;
    publications:
        a_publication_is_read_as_it_was_made
        what_many_rounds_have_published_is_read_at_once
        a_publication_belongs_to_one_closing
        who_takes_answers_back_leaves_no_text_and_counts_as_a_change
        a_named_rounds_publication_goes_with_one_of_its_responses
        figures_outlive_the_answers
        four_named_answers_leave_nothing_when_they_are_deleted
        five_named_answers_leave_their_figures_when_they_are_deleted;
    overview:
        figures_are_those_of_the_publication
        the_next_publication_takes_the_place_of_its_figures
        figures_go_with_their_publication_and_stay_without_the_answers
        teams_are_sorted_by_any_column_and_paged
        teams_are_filtered_by_unit_time_and_membership
        closed_rounds_without_figures_are_found
        dropped_figures_are_entered_again;
    actions:
        an_action_comes_back_as_it_was_and_is_made_once
        what_is_not_the_teams_is_left_out_of_an_action
        an_action_is_changed_in_the_version_that_was_seen
        actions_are_listed_by_day_filtered_and_paged
        who_leaves_leaves_the_action
        the_round_closed_last_tells_where_a_team_stands;
    worksheets:
        a_worksheet_comes_back_as_it_was_typed
        a_worksheet_is_changed_in_the_version_that_was_seen;
    teams:
        every_page_tells_how_many_there_are_in_all
        every_team_has_its_place_put_away_or_not;
    idempotency:
        a_repeated_save_has_one_effect
        a_repeated_save_answers_even_when_all_is_over
        a_stale_save_may_be_repeated_under_its_name
        names_belong_to_their_response
        forgetting_is_by_day;
    erasure:
        erasing_leaves_nothing
        erasing_works_whatever_the_state;
    concurrency:
        no_increment_is_lost_or_doubled
        every_joiner_gets_a_number
        one_name_has_one_effect_however_often_it_is_sent
        nothing_is_saved_behind_a_submission
        nothing_is_saved_behind_a_closure
        commands_in_each_others_way_all_succeed;
    bulk:
        what_is_loaded_can_be_read
        loaded_rounds_are_found_by_their_links
        the_log_that_is_loaded_holds
        loading_what_is_there_leaves_nothing_new
        a_member_of_another_organisation_is_not_loaded
        a_text_with_a_nul_is_not_loaded
        a_database_knows_whose_data_it_holds
        a_new_password_is_given_to_who_had_the_old_one;
    jobs:
        a_job_is_taken_as_it_was_made
        a_key_makes_one_job
        two_takers_never_get_one_job
        the_longest_waiting_job_is_taken_first
        a_lease_outlives_its_runner
        a_failed_job_is_tried_again_until_it_is_given_up
        a_job_that_brings_its_runner_down_is_given_up
        tidying_leaves_what_is_not_over;
    transactions:
        a_snapshot_does_not_change
        a_dropped_transaction_leaves_nothing
        a_saved_transaction_reads_its_own_writes
        a_failing_command_leaves_the_others
        what_was_acknowledged_is_there_after_closing;
    care:
        migrating_twice_does_nothing
        a_fresh_database_is_not_ready
        a_newer_database_is_refused
        an_altered_migration_is_refused
        a_closed_store_says_so;
}
