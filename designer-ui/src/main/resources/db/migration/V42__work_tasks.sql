-- What people say about user tasks and the engine has no place for. A row outlives its task by at most the next clean-up;
-- what was said stays with the instance.
CREATE TABLE studio.task_plan (
    task_key  bigint PRIMARY KEY,
    priority  text NOT NULL, -- LOW NORMAL HIGH CRITICAL
    due       timestamptz,   -- in place of the model's
    follow_up timestamptz    -- nobody needs to look before
);

CREATE TABLE studio.task_draft (
    task_key bigint PRIMARY KEY,
    revision bigint NOT NULL,
    person   text NOT NULL,
    saved_at timestamptz NOT NULL,
    data     jsonb NOT NULL
);

CREATE TABLE studio.task_comment (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    instance_key bigint NOT NULL,
    task_key     bigint NOT NULL,
    element_id   text NOT NULL,
    person       text NOT NULL,
    written_at   timestamptz NOT NULL,
    text         text NOT NULL
);
CREATE INDEX task_comment_by_instance ON studio.task_comment (instance_key, id);

-- The groups a person works for; it sorts the inbox and grants nothing.
CREATE TABLE studio.task_group (
    person     text NOT NULL,
    group_name text NOT NULL,
    PRIMARY KEY (person, group_name)
);

-- Set when the task was completed here: history may still show it for a moment.
ALTER TABLE studio.task_claim ADD COLUMN finished_at timestamptz;
