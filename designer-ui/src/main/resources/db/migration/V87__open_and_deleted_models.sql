-- A deleted model leaves the lists; its versions stay, and it can be restored.
ALTER TABLE studio.model ADD COLUMN deleted_at timestamptz, ADD COLUMN deleted_by text;

-- In which windows somebody has a model's editor open; worth nothing after a crash.
CREATE UNLOGGED TABLE studio.model_window (
    id       text        PRIMARY KEY CHECK (id ~ '^[A-Za-z0-9-]{1,64}$'),
    model_id text        NOT NULL REFERENCES studio.model,
    person   text        NOT NULL,
    since    timestamptz NOT NULL,
    seen_at  timestamptz NOT NULL,
    unsaved  boolean     NOT NULL
);
CREATE INDEX model_window_by_model ON studio.model_window (model_id);
