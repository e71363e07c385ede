-- Why: people without an account are invited by name, each by a link of their own. Such an invitation is replaced or
-- withdrawn while it is unused, so it needs a name that lasts when its key changes.
--
-- Privacy: the id is random and stands in no other table. Only personal invitations have one.

ALTER TABLE invitation ADD COLUMN id UUID;

CREATE UNIQUE INDEX invitation_by_id ON invitation (id) WHERE id IS NOT NULL;
