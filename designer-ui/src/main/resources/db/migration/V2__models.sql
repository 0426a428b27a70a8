CREATE TABLE studio.model (
    id         text PRIMARY KEY CHECK (id ~ '^[A-Za-z0-9_][A-Za-z0-9_.-]{0,120}$'),
    kind       text NOT NULL CHECK (kind IN ('BPMN', 'DMN', 'FORM')),
    file_name  text NOT NULL,
    name       text NOT NULL,
    created_at timestamptz NOT NULL,
    created_by text NOT NULL
);

-- A version is never changed: what was reviewed, deployed or compared stays what it was.
CREATE TABLE studio.model_version (
    model_id   text NOT NULL REFERENCES studio.model,
    version    integer NOT NULL CHECK (version > 0),
    source     text NOT NULL,
    digest     text GENERATED ALWAYS AS (md5(source)) STORED,
    comment    text NOT NULL,
    author     text NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (model_id, version)
);

CREATE TABLE studio.model_draft (
    model_id     text NOT NULL REFERENCES studio.model,
    author       text NOT NULL,
    base_version integer NOT NULL,
    source       text NOT NULL,
    updated_at   timestamptz NOT NULL,
    PRIMARY KEY (model_id, author)
);

CREATE FUNCTION studio.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a version of a model is never changed or deleted';
END $$;
CREATE TRIGGER model_version_immutable BEFORE UPDATE OR DELETE ON studio.model_version
    FOR EACH ROW EXECUTE FUNCTION studio.refuse_change();

-- The one time that the shipped models were brought into the engine.
CREATE TABLE studio.shipped_deployment (
    deployment_key bigint PRIMARY KEY,
    at             timestamptz NOT NULL DEFAULT now()
);
