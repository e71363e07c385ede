-- Why: what an investment is worth is reckoned from the team's own numbers. They are kept with the round whose delivery
-- metrics they stand beside, line by line as they were typed, so that nothing of them is lost or rounded.
--
-- Privacy: what the round knows itself is not kept here: it is read from what the round publishes, each time.

CREATE TABLE worksheet (
    round_id UUID NOT NULL PRIMARY KEY REFERENCES round (id) ON DELETE CASCADE,
    -- 1 at first, one more with every change.
    version BIGINT NOT NULL CHECK (version > 0),
    changed_at BIGINT NOT NULL
);

CREATE TABLE worksheet_line (
    round_id UUID NOT NULL REFERENCES worksheet (round_id) ON DELETE CASCADE,
    -- The name of the line.
    line TEXT NOT NULL,
    -- As they were typed; low and high may be empty.
    low TEXT NOT NULL,
    base TEXT NOT NULL,
    high TEXT NOT NULL,
    PRIMARY KEY (round_id, line)
); -- without rowid
