-- Why: deleting an account empties the places that name it as a maker. Without an index each deletion reads every
-- round and every event.

CREATE INDEX round_of_creator ON round (created_by);
CREATE INDEX round_event_of_account ON round_event (account_id);
