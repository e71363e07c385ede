-- Why: a result is worth what is done about it. An action belongs to a team's plan: what is done about which practice, by
-- whom, until when, and from whose result it was made, so that later rounds can say what has moved.
--
-- Privacy: an action is written by people who lead the team, and read by whoever may see its results. Nothing of it is
-- worked out of answers. Who leaves the organisation leaves the action without an owner.

CREATE TABLE plan_action (
    id UUID NOT NULL PRIMARY KEY,
    organisation_id UUID NOT NULL,
    team_id UUID NOT NULL,
    -- From whose result it was made; empty for none, and once that round is gone.
    round_id UUID REFERENCES round (id) ON DELETE SET NULL,
    title TEXT NOT NULL CHECK (title <> ''),
    -- The practice construct's id, and ids of those of its items that are meant, with blanks between.
    practice TEXT NOT NULL,
    items TEXT NOT NULL,
    -- A member of the team, or a name, or nobody.
    owner_id UUID REFERENCES account (id) ON DELETE SET NULL,
    owner_name TEXT NOT NULL,
    -- The last day for it, when that begins.
    due_day BIGINT,
    status TEXT NOT NULL CHECK (status IN ('todo', 'doing', 'done', 'dropped')),
    -- The index that the practice is to reach.
    target BIGINT NOT NULL CHECK (target BETWEEN 0 AND 100),
    note TEXT NOT NULL,
    -- 1 at first, one more with every change.
    version BIGINT NOT NULL CHECK (version > 0),
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    CHECK (owner_id IS NULL OR owner_name = ''),
    FOREIGN KEY (team_id, organisation_id) REFERENCES team (id, organisation_id) ON DELETE CASCADE
);

CREATE INDEX plan_action_of_organisation ON plan_action (organisation_id);
CREATE INDEX plan_action_of_team ON plan_action (team_id, organisation_id);
CREATE INDEX plan_action_of_round ON plan_action (round_id);
CREATE INDEX plan_action_of_owner ON plan_action (owner_id);
