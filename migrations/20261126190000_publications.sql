-- Why: what a closed round publishes is worked out once and kept: with the instrument and the scoring rules that made
-- it, in a form that can be shown for years, and worked out again and compared as long as its answers are there.
--
-- Privacy: `shown` holds what the one publishing function let out. `memory` holds answers of a confidential round: what
-- its next publication has to be compared with, so that the two together give nobody away. It is as confidential as
-- the table of answers, is read by the store alone, and is emptied when the answers are deleted.

CREATE TABLE publication (
    round_id UUID NOT NULL REFERENCES round (id) ON DELETE CASCADE,
    -- 1 for the first; a round that was opened again has further ones.
    number BIGINT NOT NULL CHECK (number > 0),
    -- The closing of the round whose answers it was made of, and the newest closing that it stands for: a later one too
    -- where too little had changed. If that is not the round's last closing, it is past.
    closed_at BIGINT NOT NULL,
    stands_for BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    instrument_version TEXT NOT NULL,
    scoring_version TEXT NOT NULL,
    -- What the order of comments was made from.
    seed BIGINT NOT NULL,
    shown TEXT NOT NULL,
    -- SHA-256 of `shown` as it was made, in 64 hexadecimal digits.
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    memory TEXT NOT NULL,
    PRIMARY KEY (round_id, number)
);
