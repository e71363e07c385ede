-- Why: tables of many rounds look for the newest round that each team has published, and for closed rounds that are
-- still to be published. What decides both stands with the round, so that neither reads all rounds and publications
-- there are. Rounds to choose from are listed newest first.
--
-- These columns follow from `publication` and `publication_figure` and are written with them.

-- The newest closing that the round's newest publication stands for; empty without one.
ALTER TABLE round ADD COLUMN stands_for BIGINT;
-- The closing whose answers that publication was made of, how many people its maturity index is of, and the index; empty
-- without one, or where it has no figures, and the last too where the index is not shown.
ALTER TABLE round ADD COLUMN shown_closing BIGINT;
ALTER TABLE round ADD COLUMN shown_people BIGINT;
ALTER TABLE round ADD COLUMN shown_index DOUBLE PRECISION;

UPDATE round SET
    stands_for = (SELECT b.stands_for FROM publication b WHERE b.round_id = round.id ORDER BY b.number DESC LIMIT 1),
    shown_closing = (SELECT b.closed_at FROM publication b
        JOIN publication_figure f ON f.round_id = b.round_id AND f.number = b.number AND f.figure = 'index'
        WHERE b.round_id = round.id),
    shown_people = (SELECT f.n FROM publication_figure f WHERE f.round_id = round.id AND f.figure = 'index'),
    shown_index = (SELECT f.value FROM publication_figure f WHERE f.round_id = round.id AND f.figure = 'index');

-- The conditions are those of the statements, word for word. The index holds all that is asked of the newest round of a
-- team where only its maturity index is wanted.
CREATE INDEX round_shown ON round (team_id, shown_closing, id, shown_index)
    WHERE shown_people > 0 AND (state IN ('closed', 'published') OR mode = 'confidential');

CREATE INDEX round_unpublished ON round (organisation_id, instrument_id, instrument_version, created_at, id)
    WHERE state IN ('closed', 'published')
        AND ((erased_at IS NULL AND (stands_for IS NULL OR stands_for <> COALESCE(closed_at, 0)))
            OR (stands_for IS NOT NULL AND shown_closing IS NULL));

CREATE INDEX round_by_age ON round (organisation_id, created_at, id);

-- How many have handed in is counted without looking at each response.
DROP INDEX response_of_round;
CREATE INDEX response_of_round ON response (round_id, state);
