-- What the scenarios said when a version was deployed.
CREATE TABLE model_proof (
    model_id     text        NOT NULL REFERENCES model (id) ON DELETE CASCADE,
    version      integer     NOT NULL,
    scenarios    integer     NOT NULL,
    red          integer     NOT NULL,
    not_playable text        NOT NULL,
    author       text        NOT NULL,
    deployed_at  timestamptz NOT NULL,
    PRIMARY KEY (model_id, version)
);
