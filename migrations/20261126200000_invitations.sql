-- Why: who was asked, and whether they have begun. An invitation is made for an account or for a name; it is used once.
--
-- Privacy: of a confidential round this is all that is known of a person: that they were asked, and that their link was
-- used. An invitation and the response that it let in share no column, no key and no order (on PostgreSQL all of a
-- round's are written again in random order each time somebody begins), and whether an answer was handed in is not noted
-- here: one invitation and one response that are handed in would belong together.

ALTER TABLE invitation ADD COLUMN account_id UUID REFERENCES account (id) ON DELETE SET NULL;
-- For whom, where there is no account.
ALTER TABLE invitation ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE invitation ADD COLUMN email TEXT NOT NULL DEFAULT '';
ALTER TABLE invitation ADD COLUMN used BOOLEAN NOT NULL DEFAULT TRUE;

CREATE UNIQUE INDEX invitation_of_account ON invitation (round_id, account_id) WHERE account_id IS NOT NULL;
CREATE INDEX invitation_by_account ON invitation (account_id) WHERE account_id IS NOT NULL;
