-- Why: people with rights. An account belongs to one organisation, so that what an account may see never spans two;
-- teams are grouped by units; rounds can be made, opened and closed by people; what they do is logged; what has to
-- happen later is a job.
--
-- Privacy: `participation` and `response_link` tie an account to a response only in rounds that are not confidential.
-- Addresses of sessions are cut to their network. Secrets of sessions, links and recovery codes are kept as SHA-256
-- in 64 hexadecimal digits; passwords as argon2id.
--
-- Columns named *_folded hold a text in the form it is searched and compared in, made by the program.

ALTER TABLE organisation ADD COLUMN retention_days BIGINT CHECK (retention_days > 0);

CREATE TABLE account (
    id UUID NOT NULL PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    email TEXT NOT NULL,
    email_folded TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    held_right TEXT NOT NULL CHECK (held_right IN ('owner', 'lead', 'member', 'viewer')),
    -- Empty until the invitation is taken up.
    password_hash TEXT,
    -- The shared secret of the second factor in base 32, and the time step that was used last.
    totp_secret TEXT,
    totp_step BIGINT NOT NULL DEFAULT 0,
    disabled_at BIGINT,
    signed_in_at BIGINT,
    created_at BIGINT NOT NULL,
    UNIQUE (id, organisation_id)
);

CREATE INDEX account_of_organisation ON account (organisation_id, name_folded, id);

-- Whether anybody can sign in at all.
CREATE INDEX account_active ON account (password_hash) WHERE password_hash IS NOT NULL;

CREATE TABLE recovery_code (
    account_id UUID NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    key TEXT NOT NULL CHECK (length(key) = 64),
    PRIMARY KEY (account_id, key)
); -- without rowid

CREATE TABLE session (
    key TEXT NOT NULL PRIMARY KEY CHECK (length(key) = 64),
    -- What its owner names it by in the list of sessions.
    id UUID NOT NULL UNIQUE,
    account_id UUID NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    address TEXT NOT NULL,
    agent TEXT NOT NULL,
    -- The password was right; a code of the second factor is still to come. Until then it lets nobody in.
    awaits_code BOOLEAN NOT NULL DEFAULT FALSE,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL
); -- without rowid

CREATE INDEX session_of_account ON session (account_id);

-- Links that work once: to make the first owner, to take up an invitation, to choose a new password.
CREATE TABLE one_time_link (
    key TEXT NOT NULL PRIMARY KEY CHECK (length(key) = 64),
    purpose TEXT NOT NULL CHECK (purpose IN ('setup', 'invitation', 'reset')),
    account_id UUID REFERENCES account (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    CHECK ((purpose = 'setup') = (account_id IS NULL))
); -- without rowid

CREATE INDEX one_time_link_of_account ON one_time_link (account_id);

-- A tree of three levels at most.
CREATE TABLE unit (
    id UUID NOT NULL PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    parent_id UUID,
    level BIGINT NOT NULL CHECK (level BETWEEN 1 AND 3),
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    UNIQUE (id, organisation_id),
    CHECK ((level = 1) = (parent_id IS NULL)),
    FOREIGN KEY (parent_id, organisation_id) REFERENCES unit (id, organisation_id)
);

CREATE INDEX unit_of_organisation ON unit (organisation_id, name_folded);
CREATE INDEX unit_of_parent ON unit (parent_id, organisation_id);

ALTER TABLE team ADD COLUMN unit_id UUID REFERENCES unit (id) ON DELETE SET NULL;
ALTER TABLE team ADD COLUMN name_folded TEXT NOT NULL DEFAULT '';
-- Kept with its rounds, but no longer offered.
ALTER TABLE team ADD COLUMN archived_at BIGINT;

CREATE INDEX team_by_name ON team (organisation_id, name_folded, id);
CREATE INDEX team_of_unit ON team (unit_id);

CREATE TABLE team_member (
    team_id UUID NOT NULL,
    account_id UUID NOT NULL,
    organisation_id UUID NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (team_id, account_id),
    -- Both of the same organisation, whatever the program does.
    FOREIGN KEY (team_id, organisation_id) REFERENCES team (id, organisation_id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, organisation_id) REFERENCES account (id, organisation_id) ON DELETE CASCADE
); -- without rowid

CREATE INDEX team_member_of_account ON team_member (account_id);

ALTER TABLE round ADD COLUMN opens_at BIGINT;
ALTER TABLE round ADD COLUMN closes_at BIGINT;
-- Days after closing until answers are deleted; empty: kept until somebody deletes them.
ALTER TABLE round ADD COLUMN retention_days BIGINT CHECK (retention_days > 0);
ALTER TABLE round ADD COLUMN closed_at BIGINT;
-- When its answers are to be deleted, and when they were.
ALTER TABLE round ADD COLUMN erase_at BIGINT;
ALTER TABLE round ADD COLUMN erased_at BIGINT;
ALTER TABLE round ADD COLUMN created_by UUID REFERENCES account (id) ON DELETE SET NULL;
-- Round whose answers respondents may start from.
ALTER TABLE round ADD COLUMN starts_from UUID REFERENCES round (id) ON DELETE SET NULL;
-- The token of the link to share of a round made by an account, so that its lead can see it again. It opens nothing but
-- a new response; whoever has the database has more.
ALTER TABLE round ADD COLUMN share_token TEXT;

CREATE INDEX round_starting ON round (starts_from);
CREATE INDEX round_opening ON round (opens_at) WHERE state = 'draft';
CREATE INDEX round_closing ON round (closes_at) WHERE state = 'open';
CREATE INDEX round_erasing ON round (erase_at) WHERE erased_at IS NULL;
CREATE INDEX round_of_organisation ON round (organisation_id, state, created_at);

CREATE TABLE round_event (
    round_id UUID NOT NULL REFERENCES round (id) ON DELETE CASCADE,
    number BIGINT NOT NULL,
    event TEXT NOT NULL CHECK (event IN ('made', 'opened', 'closed', 'reopened', 'published', 'claimed', 'erased')),
    at BIGINT NOT NULL,
    -- Empty when it happened by itself.
    account_id UUID REFERENCES account (id) ON DELETE SET NULL,
    PRIMARY KEY (round_id, number)
); -- without rowid

-- Further keys that open a response: each time an account goes on with its own, it gets a link of its own.
CREATE TABLE response_link (
    key TEXT NOT NULL PRIMARY KEY CHECK (length(key) = 64),
    response_id UUID NOT NULL REFERENCES response (id) ON DELETE CASCADE
); -- without rowid

CREATE INDEX response_link_of_response ON response_link (response_id);

-- Which response an account gave in a round that is not confidential.
CREATE TABLE participation (
    round_id UUID NOT NULL REFERENCES round (id) ON DELETE CASCADE,
    account_id UUID NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    response_id UUID NOT NULL REFERENCES response (id) ON DELETE CASCADE,
    PRIMARY KEY (round_id, account_id)
); -- without rowid

CREATE INDEX participation_of_account ON participation (account_id);
CREATE INDEX participation_of_response ON participation (response_id);

-- Never changed, never deleted but with its organisation: each entry holds the hash of the one before.
CREATE TABLE audit_entry (
    organisation_id UUID NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    number BIGINT NOT NULL CHECK (number > 0),
    at BIGINT NOT NULL,
    -- Who did it; empty for the program itself. No reference, so that an entry outlives the account.
    actor UUID,
    action TEXT NOT NULL,
    -- What it was done to: a kind and an id, such as `team 0193...`.
    subject TEXT NOT NULL,
    -- What else has to be known, never the text of an answer.
    detail TEXT NOT NULL,
    previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    PRIMARY KEY (organisation_id, number)
); -- without rowid

CREATE TABLE job (
    id UUID NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    -- A JSON object.
    payload TEXT NOT NULL,
    -- What makes the same job the same: a second one with this key is not made.
    key TEXT NOT NULL UNIQUE,
    due_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL DEFAULT 0,
    -- Until then it belongs to the worker that took it.
    leased_until BIGINT,
    done_at BIGINT,
    -- Given up after too many attempts.
    failed_at BIGINT,
    -- Why the last attempt failed, without any secret.
    fault TEXT NOT NULL DEFAULT '',
    created_at BIGINT NOT NULL
);

CREATE INDEX job_due ON job (due_at) WHERE done_at IS NULL AND failed_at IS NULL;

-- What owners set for the whole server.
CREATE TABLE server_setting (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
); -- without rowid
