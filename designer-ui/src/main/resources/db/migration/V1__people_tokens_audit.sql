CREATE TABLE studio.app_user (
    name                 text PRIMARY KEY CHECK (name ~ '^[a-z0-9][a-z0-9._@-]{1,62}$'),
    password_hash        text NOT NULL,
    roles                text[] NOT NULL,
    disabled             boolean NOT NULL DEFAULT false,
    must_change_password boolean NOT NULL DEFAULT false,
    created_at           timestamptz NOT NULL,
    last_login_at        timestamptz
);

-- Counted by the name that was typed, known or not, so that locking tells nothing about who exists.
CREATE TABLE studio.login_attempt (
    name_digest  bytea PRIMARY KEY,
    failures     integer NOT NULL,
    last_at      timestamptz NOT NULL,
    locked_until timestamptz
);

CREATE TABLE studio.api_token (
    id           uuid PRIMARY KEY,
    name         text NOT NULL,
    prefix       text NOT NULL,
    digest       bytea NOT NULL UNIQUE,
    roles        text[] NOT NULL,
    owner        text NOT NULL,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz
);

CREATE TABLE studio.audit (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL,
    actor   text NOT NULL,
    action  text NOT NULL,
    subject text NOT NULL,
    before  jsonb,
    after   jsonb
);
CREATE INDEX audit_subject ON studio.audit (subject, id DESC);
