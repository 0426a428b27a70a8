-- scenarios that people saved beside a model; shipped ones travel with their model's files
CREATE TABLE studio.model_scenario (
    model_id   text        NOT NULL REFERENCES studio.model ON DELETE CASCADE,
    name       text        NOT NULL CHECK (name ~ '^[a-z0-9][a-z0-9-]{0,79}$'),
    source     text        NOT NULL,
    author     text        NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (model_id, name)
);
