-- Why: what is over is thrown away once a day, by the time it was made, without reading whole tables.

CREATE INDEX session_by_age ON session (created_at);
CREATE INDEX one_time_link_by_end ON one_time_link (expires_at);
CREATE INDEX job_done ON job (done_at) WHERE done_at IS NOT NULL;
CREATE INDEX job_failed ON job (failed_at) WHERE failed_at IS NOT NULL;
CREATE INDEX quick_check_by_day ON quick_check (created_day);
