-- When people want to be told. A rule's number and limits are of its kind: INCIDENTS as many within so many minutes, STALL as many
-- instances that wait silently too long, BACKLOG as many open jobs of which the oldest waits that long, SLA as many instances open longer.
CREATE TABLE studio.alert_rule (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text        NOT NULL UNIQUE,
    kind       text        NOT NULL CHECK (kind IN ('INCIDENTS', 'STALL', 'BACKLOG', 'SLA')),
    subject    text        NOT NULL, -- process, or job type of a backlog; empty for each
    threshold  bigint      NOT NULL,
    minutes    int         NOT NULL,
    email      text        NOT NULL, -- empty: told in the studio only
    is_on      boolean     NOT NULL,
    changed_by text        NOT NULL,
    changed_at timestamptz NOT NULL
);

-- One row from the moment a rule's limit is reached until it no longer is. What it was about then stays when the rule changes.
CREATE TABLE studio.alert (
    id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    rule_id         bigint      REFERENCES studio.alert_rule ON DELETE SET NULL,
    rule_name       text        NOT NULL,
    kind            text        NOT NULL,
    subject         text        NOT NULL, -- the process or job type it is about
    minutes         int         NOT NULL,
    count           bigint      NOT NULL,
    worst           bigint      NOT NULL,
    since           timestamptz NOT NULL, -- when the oldest of what is counted began
    raised_at       timestamptz NOT NULL,
    acknowledged_by text,
    acknowledged_at timestamptz,
    closed_at       timestamptz,
    letter          text        NOT NULL CHECK (letter IN ('NONE', 'WAITING', 'SENT', 'REFUSED')),
    letter_reason   text,
    event           text        NOT NULL CHECK (event IN ('NONE', 'WAITING', 'SENT')) -- for automations, when one listens
);
CREATE UNIQUE INDEX alert_open ON studio.alert (rule_id, subject) WHERE closed_at IS NULL;
CREATE INDEX alert_letters ON studio.alert (id) WHERE letter = 'WAITING';
CREATE INDEX alert_events ON studio.alert (id) WHERE event = 'WAITING';
CREATE INDEX alert_closed ON studio.alert (closed_at) WHERE closed_at IS NOT NULL;

-- When the rules were looked at last: of several studios one looks at a time.
CREATE TABLE studio.alert_round (
    one     boolean     PRIMARY KEY CHECK (one),
    ended_at timestamptz NOT NULL
);
INSERT INTO studio.alert_round VALUES (true, 'epoch');

INSERT INTO studio.alert_rule (name, kind, subject, threshold, minutes, email, is_on, changed_by, changed_at) VALUES
    ('Many incidents', 'INCIDENTS', '', 10, 15, '', true, 'system', now()),
    ('Something waits silently', 'STALL', '', 1, 0, '', true, 'system', now());
