-- Why: the first tables: who asks (organisation, team), what is asked of whom (round), and what was answered
-- (response, answer). Erasing a row erases everything that hangs on it.
--
-- Privacy: a response and the invitation that let it in share no column, no time finer than a day and no order of
-- insertion. Tables whose order would tell who answered when are marked "without rowid": SQLite then keeps their
-- rows in the order of a random key.
--
-- Columns named *_at hold microseconds since 1970, *_day the same cut to the UTC day. Keys are SHA-256 in 64
-- hexadecimal digits; the secrets themselves are nowhere.

CREATE TABLE organisation (
    id UUID NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE team (
    id UUID NOT NULL PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    -- What a round refers to, so that no round can join a team to a foreign organisation.
    UNIQUE (id, organisation_id)
);

CREATE INDEX team_of_organisation ON team (organisation_id);

CREATE TABLE round (
    id UUID NOT NULL PRIMARY KEY,
    organisation_id UUID NOT NULL,
    team_id UUID NOT NULL,
    name TEXT NOT NULL,
    -- The model or service that is meant; empty if the team as a whole.
    subject TEXT NOT NULL,
    mode TEXT NOT NULL CHECK (mode IN ('one_answer', 'named', 'confidential')),
    -- Smallest number of respondents behind a published cell of a confidential round.
    k BIGINT CHECK (k BETWEEN 3 AND 10),
    state TEXT NOT NULL CHECK (state IN ('draft', 'open', 'closed', 'published')),
    instrument_id TEXT NOT NULL,
    instrument_version TEXT NOT NULL,
    manage_key TEXT UNIQUE CHECK (length(manage_key) = 64),
    join_key TEXT UNIQUE CHECK (length(join_key) = 64),
    created_at BIGINT NOT NULL,
    CHECK ((mode = 'confidential') = (k IS NOT NULL)),
    FOREIGN KEY (team_id, organisation_id) REFERENCES team (id, organisation_id) ON DELETE CASCADE
);

CREATE INDEX round_of_team ON round (team_id, organisation_id);

CREATE TABLE invitation (
    key TEXT NOT NULL PRIMARY KEY CHECK (length(key) = 64),
    round_id UUID NOT NULL REFERENCES round (id) ON DELETE CASCADE,
    created_day BIGINT NOT NULL
); -- without rowid

CREATE INDEX invitation_of_round ON invitation (round_id);

CREATE TABLE response (
    id UUID NOT NULL PRIMARY KEY,
    round_id UUID NOT NULL REFERENCES round (id) ON DELETE CASCADE,
    key TEXT NOT NULL UNIQUE CHECK (length(key) = 64),
    label TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('open', 'submitted')),
    created_day BIGINT NOT NULL,
    submitted_day BIGINT,
    -- Answered faster than the questions can be read.
    too_fast BOOLEAN NOT NULL,
    -- How long pages were open before they were sent, and how many questions were answered on them. Emptied when the
    -- response is handed in: only too_fast is kept.
    pace_seconds BIGINT NOT NULL DEFAULT 0,
    pace_items BIGINT NOT NULL DEFAULT 0,
    CHECK ((state = 'submitted') = (submitted_day IS NOT NULL))
); -- without rowid

CREATE INDEX response_of_round ON response (round_id);

CREATE TABLE answer (
    response_id UUID NOT NULL REFERENCES response (id) ON DELETE CASCADE,
    -- The form field's name: an item, comment.ITEM, evidence.ITEM, job_role and so on.
    field TEXT NOT NULL,
    -- Empty once cleared.
    value TEXT NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    changed_day BIGINT NOT NULL,
    PRIMARY KEY (response_id, field)
); -- without rowid

-- Every version that ever was current, the current one included.
CREATE TABLE answer_history (
    response_id UUID NOT NULL REFERENCES response (id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    value TEXT NOT NULL,
    changed_day BIGINT NOT NULL,
    PRIMARY KEY (response_id, field, version)
); -- without rowid

-- What a command that was sent twice must answer the second time.
CREATE TABLE command_done (
    key TEXT NOT NULL PRIMARY KEY,
    outcome TEXT NOT NULL,
    created_day BIGINT NOT NULL
); -- without rowid

CREATE INDEX command_done_by_day ON command_done (created_day);
