-- Why: a team that gives one answer together sits in one room. The question stands on a screen, everybody votes on a
-- telephone, and the votes are shown together before the team agrees on its answer.
--
-- Privacy: a vote is no answer. It belongs to a random key that a telephone made for this meeting, to no account, and is
-- thrown away when the meeting goes on to the next question, ends, or its round closes. `vote_token` is kept as it is, so
-- that the screen can show it again; it opens nothing but a vote.

CREATE TABLE meeting (
    round_id UUID NOT NULL PRIMARY KEY REFERENCES round (id) ON DELETE CASCADE,
    vote_key TEXT NOT NULL UNIQUE CHECK (length(vote_key) = 64),
    vote_token TEXT NOT NULL,
    -- The question that is talked about, by its id.
    item TEXT NOT NULL,
    phase TEXT NOT NULL CHECK (phase IN ('voting', 'revealed')),
    -- 1 for the first question, one more with every step.
    version BIGINT NOT NULL CHECK (version > 0),
    started_at BIGINT NOT NULL
);

CREATE INDEX meeting_by_age ON meeting (started_at);

-- A telephone that is there, and its vote on the question of now; empty until it has voted.
CREATE TABLE meeting_vote (
    round_id UUID NOT NULL REFERENCES meeting (round_id) ON DELETE CASCADE,
    phone_key TEXT NOT NULL CHECK (length(phone_key) = 64),
    value TEXT NOT NULL,
    PRIMARY KEY (round_id, phone_key)
); -- without rowid
