-- Who works on which user task. The engine does not know of it; a row outlives its task by at most the next clean-up.
CREATE TABLE studio.task_claim (
    task_key   bigint PRIMARY KEY,
    person     text NOT NULL,
    claimed_at timestamptz NOT NULL
);
