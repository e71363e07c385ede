-- Why: a page of all teams reads fifteen figures of each of fifty teams. As a row each, with a column for all that is said of
-- one, handing them over took longer than finding them; as a text each, those of a team are put together where they lie.
--
-- Figures follow from `publication.shown`. Those that are here are dropped: they are entered anew, some at each look at the
-- page of all teams, which says how many are still to come.

DROP TABLE publication_figure;

CREATE TABLE publication_figure (
    round_id UUID NOT NULL,
    -- Of which of its publications.
    number BIGINT NOT NULL,
    -- `index`, `level`, or a construct's id. Every publication has an `index`, if only to say that there is none.
    figure TEXT NOT NULL,
    -- 0 to 100, the level 1 to 5; empty where there is none. To sort by.
    value DOUBLE PRECISION,
    -- People with a score of the construct; of index and level the respondents of the round.
    n BIGINT NOT NULL,
    -- The figure with all that is said of it, as JSON.
    told TEXT NOT NULL CHECK (told <> ''),
    PRIMARY KEY (round_id, figure),
    FOREIGN KEY (round_id, number) REFERENCES publication (round_id, number) ON DELETE CASCADE
); -- without rowid

UPDATE round SET shown_closing = NULL, shown_people = NULL, shown_index = NULL WHERE shown_closing IS NOT NULL;

-- What is to be published or entered, in the words of the statement. A confidential round that was opened again goes on
-- showing what it published, so its figures are wanted too.
DROP INDEX round_unpublished;

CREATE INDEX round_unpublished ON round (organisation_id, created_at, id)
    WHERE (erased_at IS NULL AND state IN ('closed', 'published')
            AND (stands_for IS NULL OR stands_for <> COALESCE(closed_at, 0)))
        OR (stands_for IS NOT NULL AND shown_closing IS NULL
            AND (state IN ('closed', 'published') OR mode = 'confidential'));
