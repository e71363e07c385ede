-- Why: a result is sent on to people without an account. A link shows what one round has published, until a day, and can be
-- withdrawn before.
--
-- Privacy: of the link only a hash is kept. Who opens it is not noted.

CREATE TABLE report_link (
    id UUID NOT NULL PRIMARY KEY,
    round_id UUID NOT NULL REFERENCES round (id) ON DELETE CASCADE,
    key TEXT NOT NULL UNIQUE CHECK (length(key) = 64),
    -- Empty once that account is gone.
    made_by UUID REFERENCES account (id) ON DELETE SET NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL CHECK (expires_at > created_at)
);

CREATE INDEX report_link_of_round ON report_link (round_id);
CREATE INDEX report_link_of_account ON report_link (made_by);
CREATE INDEX report_link_by_end ON report_link (expires_at);
