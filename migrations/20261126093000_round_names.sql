-- Why: rounds are searched by name, in the form that all names are searched in. Empty in rows of before.

ALTER TABLE round ADD COLUMN name_folded TEXT NOT NULL DEFAULT '';
