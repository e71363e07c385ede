-- Why: quick checks. Fifteen answers of one person, kept without a round under the key of a random link.
--
-- Privacy: neither a name nor an address nor a time finer than a day, and no order of insertion.

CREATE TABLE quick_check (
    key TEXT NOT NULL PRIMARY KEY CHECK (length(key) = 64),
    instrument_id TEXT NOT NULL,
    instrument_version TEXT NOT NULL,
    -- A JSON object: answers by the id of their question.
    answers TEXT NOT NULL,
    created_day BIGINT NOT NULL
); -- without rowid
