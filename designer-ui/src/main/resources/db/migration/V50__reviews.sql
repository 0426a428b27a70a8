-- Somebody asks others to look at a version before it goes live; what was decided stays.
CREATE TABLE studio.model_review (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    model_id     text        NOT NULL,
    version      integer     NOT NULL,
    state        text        NOT NULL CHECK (state IN ('OPEN', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    note         text        NOT NULL,
    requested_by text        NOT NULL,
    requested_at timestamptz NOT NULL,
    decided_by   text,
    decided_at   timestamptz,
    answer       text,
    CHECK ((state = 'OPEN') = (decided_at IS NULL)),
    FOREIGN KEY (model_id, version) REFERENCES studio.model_version (model_id, version)
);
CREATE UNIQUE INDEX model_review_open ON studio.model_review (model_id) WHERE state = 'OPEN';
CREATE INDEX model_review_version ON studio.model_review (model_id, version);

CREATE TABLE studio.model_comment (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    model_id   text        NOT NULL REFERENCES studio.model,
    version    integer     NOT NULL,
    element_id text        NOT NULL,
    text       text        NOT NULL,
    author     text        NOT NULL,
    created_at timestamptz NOT NULL,
    settled_by text,
    settled_at timestamptz
);
CREATE INDEX model_comment_model ON studio.model_comment (model_id, id);

CREATE TABLE studio.setting (
    name       text        PRIMARY KEY,
    value      text        NOT NULL,
    changed_by text        NOT NULL,
    changed_at timestamptz NOT NULL
);
