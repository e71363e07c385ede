-- Why: reports bear the logo and the colour of their organisation. They are set by its owners and read when a report is
-- made, so they stand apart from what every page reads of an organisation.

CREATE TABLE letterhead (
    organisation_id UUID NOT NULL PRIMARY KEY REFERENCES organisation (id) ON DELETE CASCADE,
    -- "#17506b"; empty for none.
    accent TEXT NOT NULL,
    -- The picture's bytes, each as two hexadecimal digits; empty for none.
    logo TEXT NOT NULL
);
