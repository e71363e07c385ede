-- Why: tables of many rounds need a few figures of each, in the database's own words, to sort and filter by. Reading
-- hundreds of whole publications for a page would take seconds.
--
-- Privacy: what is here is a part of `publication.shown`, which the one publishing function let out: nothing is worked
-- out of answers. It comes and goes with its publication, and is that of the newest one of its round.

CREATE TABLE publication_figure (
    round_id UUID NOT NULL,
    -- Of which of its publications.
    number BIGINT NOT NULL,
    -- `index`, `level`, or a construct's id. Every publication has an `index`, if only to say that there is none.
    figure TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('scored', 'not_applicable', 'withheld', 'suppressed')),
    detail TEXT NOT NULL CHECK (detail IN ('full', 'coarse', 'suppressed')),
    -- 0 to 100, the level 1 to 5; empty where there is none.
    value DOUBLE PRECISION,
    -- The 95 % interval.
    low DOUBLE PRECISION,
    high DOUBLE PRECISION,
    -- People with a score of the construct; of index and level the respondents of the round.
    n BIGINT NOT NULL,
    PRIMARY KEY (round_id, figure),
    CHECK ((low IS NULL) = (high IS NULL)),
    FOREIGN KEY (round_id, number) REFERENCES publication (round_id, number) ON DELETE CASCADE
); -- without rowid
