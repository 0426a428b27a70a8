-- Cases that people keep beside a decision; a change is the next version. Shipped ones travel with their table and are version 0.
CREATE TABLE model_cases (
    model_id   text        NOT NULL REFERENCES model (id) ON DELETE CASCADE,
    version    integer     NOT NULL CHECK (version > 0),
    source     text        NOT NULL,
    author     text        NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (model_id, version)
);
