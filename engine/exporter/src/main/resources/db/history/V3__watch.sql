-- How many jobs came and went lately, for backlogs. Schema as in V1: the search path names it.
-- Block ranges: rows lie about in the order of time, and an index of a few pages costs the writer nothing.
CREATE INDEX job_by_creation_range ON job USING brin (created_at) WITH (pages_per_range = 32, autosummarize = on);
CREATE INDEX job_by_end_range ON job USING brin (ended_at) WITH (pages_per_range = 32, autosummarize = on);
