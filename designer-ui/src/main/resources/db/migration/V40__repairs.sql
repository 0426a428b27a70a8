-- What operators asked the engine to do, and what became of it. A program that repeats its Idempotency-Key gets the first answer.
CREATE TABLE repair_command (
    id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    idempotency_key text,
    kind            text        NOT NULL, -- RETRY SET_VARIABLES CANCEL MODIFY MIGRATE PUBLISH
    instance_key    bigint,               -- null for a message
    actor           text        NOT NULL,
    asked           jsonb       NOT NULL, -- what exactly was asked for
    state           text        NOT NULL, -- SENT ACCEPTED VISIBLE REFUSED UNANSWERED
    reason          text,                 -- why it was refused
    after_position  bigint      NOT NULL, -- how far history was then: what shows the command comes later
    position        bigint,               -- the record that shows it
    asked_at        timestamptz NOT NULL,
    accepted_at     timestamptz,
    visible_at      timestamptz,
    UNIQUE (actor, idempotency_key)
);
CREATE INDEX repair_command_by_instance ON repair_command (instance_key, id);

-- The same command for many instances. Its items are fixed when it is ordered, and each is tried until it has a result.
CREATE TABLE repair_batch (
    id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    idempotency_key text,
    kind            text        NOT NULL, -- RETRY SET_VARIABLES CANCEL MOVE
    asked           jsonb       NOT NULL,
    filter          text        NOT NULL, -- the address of the list it was ordered from
    actor           text        NOT NULL,
    state           text        NOT NULL, -- RUNNING PAUSED CANCELLED DONE
    total           int         NOT NULL,
    ordered_at      timestamptz NOT NULL,
    ended_at        timestamptz,
    UNIQUE (actor, idempotency_key)
);
CREATE INDEX repair_batch_running ON repair_batch (id) WHERE state = 'RUNNING';

CREATE TABLE repair_batch_item (
    batch_id     bigint      NOT NULL REFERENCES repair_batch ON DELETE CASCADE,
    instance_key bigint      NOT NULL,
    state        text        NOT NULL DEFAULT 'PENDING', -- PENDING DONE NOTHING_TO_DO REFUSED CANCELLED
    detail       text,
    done_at      timestamptz,
    PRIMARY KEY (batch_id, instance_key)
);
CREATE INDEX repair_batch_item_by_state ON repair_batch_item (batch_id, state, instance_key);
