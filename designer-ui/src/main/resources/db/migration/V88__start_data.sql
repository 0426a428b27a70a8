-- Data to begin a play with, saved beside a model; a change is a version, and one without a text is a removal.
CREATE TABLE studio.model_start (
    model_id   text        NOT NULL REFERENCES studio.model,
    name       text        NOT NULL CHECK (name ~ '^[a-z0-9][a-z0-9-]{0,79}$'),
    version    integer     NOT NULL CHECK (version > 0),
    source     text,
    author     text        NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (model_id, name, version)
);
