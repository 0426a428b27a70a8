-- What Zeebe did, as readers may rely on it. Names are unqualified: the migration runs with the schema as search path, so that the
-- very same tables can be laid out in a scratch schema and compared. Only the exporter writes here.

CREATE TABLE export_position (
    partition_id int         PRIMARY KEY,
    position     bigint      NOT NULL,
    record_time  timestamptz NOT NULL, -- the newest record's time: an older position with a later time belongs to another broker
    written_at   timestamptz NOT NULL
);

-- Finished instances that ended before this instant have been deleted, and nothing else has.
CREATE TABLE retention (
    partition_id  int         PRIMARY KEY,
    pruned_before timestamptz NOT NULL
);

CREATE TABLE process_definition (
    key             bigint      PRIMARY KEY,
    bpmn_process_id text        NOT NULL,
    version         int         NOT NULL,
    resource_name   text        NOT NULL,
    resource        text        NOT NULL,
    checksum        text        NOT NULL,
    state           text        NOT NULL, -- ACTIVE DELETED
    deployed_at     timestamptz NOT NULL,
    deleted_at      timestamptz
);
CREATE INDEX process_definition_by_id ON process_definition (bpmn_process_id, version);

CREATE TABLE drg (
    key           bigint      PRIMARY KEY,
    drg_id        text        NOT NULL,
    name          text,
    version       int         NOT NULL,
    resource_name text        NOT NULL,
    resource      text        NOT NULL,
    checksum      text        NOT NULL,
    state         text        NOT NULL, -- ACTIVE DELETED
    deployed_at   timestamptz NOT NULL,
    deleted_at    timestamptz
);
CREATE INDEX drg_by_id ON drg (drg_id, version);

CREATE TABLE decision_definition (
    key         bigint      PRIMARY KEY,
    decision_id text        NOT NULL,
    name        text,
    version     int         NOT NULL,
    drg_key     bigint      NOT NULL,
    drg_id      text        NOT NULL,
    state       text        NOT NULL, -- ACTIVE DELETED
    deployed_at timestamptz NOT NULL,
    deleted_at  timestamptz
);
CREATE INDEX decision_definition_by_id ON decision_definition (decision_id, version);

CREATE TABLE form (
    key           bigint      PRIMARY KEY,
    form_id       text        NOT NULL,
    version       int         NOT NULL,
    resource_name text        NOT NULL,
    resource      text        NOT NULL,
    checksum      text        NOT NULL,
    state         text        NOT NULL, -- ACTIVE DELETED
    deployed_at   timestamptz NOT NULL,
    deleted_at    timestamptz
);
CREATE INDEX form_by_id ON form (form_id, version);

CREATE TABLE process_instance (
    key                         bigint      PRIMARY KEY,
    process_definition_key      bigint      NOT NULL,
    bpmn_process_id             text        NOT NULL,
    version                     int         NOT NULL,
    state                       text        NOT NULL, -- ACTIVE COMPLETED CANCELLED
    business_key                text,                 -- the root-scope variable "businessKey", at most 256 characters
    started_at                  timestamptz NOT NULL,
    ended_at                    timestamptz,
    parent_process_instance_key bigint,
    parent_element_instance_key bigint,
    open_incidents              int         NOT NULL DEFAULT 0
) WITH (fillfactor = 80);
CREATE INDEX process_instance_by_time ON process_instance (started_at, key);
CREATE INDEX process_instance_by_process ON process_instance (bpmn_process_id, version, started_at, key);
CREATE INDEX process_instance_by_process_time ON process_instance (bpmn_process_id, started_at, key);
CREATE INDEX process_instance_by_definition ON process_instance (process_definition_key, started_at, key);
CREATE INDEX process_instance_by_state ON process_instance (state, started_at, key);
CREATE INDEX process_instance_by_process_state ON process_instance (bpmn_process_id, state, started_at, key);
CREATE INDEX process_instance_by_business_key ON process_instance (business_key text_pattern_ops, key);
CREATE INDEX process_instance_by_parent ON process_instance (parent_process_instance_key)
    WHERE parent_process_instance_key IS NOT NULL;
CREATE INDEX process_instance_with_incidents ON process_instance (started_at, key) WHERE open_incidents > 0;
CREATE INDEX process_instance_by_end ON process_instance (ended_at, key) WHERE ended_at IS NOT NULL;

CREATE TABLE element_instance (
    key                    bigint      PRIMARY KEY, -- the process itself is here too, with the instance's key
    process_instance_key   bigint      NOT NULL,
    process_definition_key bigint      NOT NULL,
    element_id             text        NOT NULL,
    element_type           text        NOT NULL,
    scope_key              bigint,
    state                  text        NOT NULL, -- ACTIVE COMPLETED TERMINATED
    started_at             timestamptz NOT NULL,
    ended_at               timestamptz
) WITH (fillfactor = 80);
CREATE INDEX element_instance_by_instance ON element_instance (process_instance_key, key);
CREATE INDEX element_instance_waiting ON element_instance (process_definition_key, element_id) WHERE state = 'ACTIVE';

CREATE TABLE sequence_flow (
    process_instance_key bigint      NOT NULL,
    position             bigint      NOT NULL,
    element_id           text        NOT NULL,
    taken_at             timestamptz NOT NULL,
    PRIMARY KEY (process_instance_key, position)
);

CREATE TABLE variable (
    scope_key            bigint      NOT NULL,
    name                 text        NOT NULL,
    process_instance_key bigint      NOT NULL,
    value                jsonb       NOT NULL,
    updated_at           timestamptz NOT NULL,
    PRIMARY KEY (scope_key, name)
) WITH (fillfactor = 80);
CREATE INDEX variable_by_instance ON variable (process_instance_key);

CREATE TABLE variable_change (
    process_instance_key bigint      NOT NULL,
    position             bigint      NOT NULL,
    scope_key            bigint      NOT NULL,
    name                 text        NOT NULL,
    value                jsonb       NOT NULL,
    changed_at           timestamptz NOT NULL,
    PRIMARY KEY (process_instance_key, position)
);

CREATE TABLE job (
    key                    bigint      PRIMARY KEY,
    process_instance_key   bigint      NOT NULL,
    process_definition_key bigint      NOT NULL,
    bpmn_process_id        text        NOT NULL,
    element_instance_key   bigint      NOT NULL,
    element_id             text        NOT NULL,
    type                   text        NOT NULL,
    state                  text        NOT NULL, -- CREATED ACTIVATED COMPLETED FAILED ERROR_THROWN TIMED_OUT CANCELLED
    retries                int         NOT NULL,
    worker                 text,
    error_code             text,
    error_message          text,
    custom_headers         jsonb       NOT NULL,
    variables              jsonb,                 -- what the worker completed it with
    created_at             timestamptz NOT NULL,
    ended_at               timestamptz,
    deadline               timestamptz
) WITH (fillfactor = 80);
CREATE INDEX job_by_instance ON job (process_instance_key, key);
CREATE INDEX job_by_type_state ON job (type, state, created_at, key);
CREATE INDEX job_open ON job (created_at, key) WHERE ended_at IS NULL;

CREATE TABLE incident (
    key                    bigint      PRIMARY KEY,
    process_instance_key   bigint      NOT NULL,
    process_definition_key bigint      NOT NULL,
    bpmn_process_id        text        NOT NULL,
    element_instance_key   bigint      NOT NULL,
    element_id             text        NOT NULL,
    job_key                bigint,
    error_type             text        NOT NULL,
    error_message          text        NOT NULL,
    state                  text        NOT NULL, -- OPEN RESOLVED
    created_at             timestamptz NOT NULL,
    resolved_at            timestamptz
) WITH (fillfactor = 80);
CREATE INDEX incident_by_instance ON incident (process_instance_key, key);
CREATE INDEX incident_open ON incident (created_at, key) WHERE state = 'OPEN';
CREATE INDEX incident_open_by_process ON incident (bpmn_process_id, element_id) WHERE state = 'OPEN';

CREATE TABLE decision_evaluation (
    key                    bigint      PRIMARY KEY,
    process_instance_key   bigint,                -- null when a person or program evaluated it by hand
    process_definition_key bigint,
    element_instance_key   bigint,
    element_id             text,
    decision_key           bigint      NOT NULL,
    decision_id            text        NOT NULL,
    decision_name          text,
    decision_version       int         NOT NULL,
    output                 jsonb,
    failure                text,
    evaluated              jsonb       NOT NULL, -- the record's evaluatedDecisions: inputs, matched rules, outputs
    evaluated_at           timestamptz NOT NULL
);
CREATE INDEX decision_evaluation_by_instance ON decision_evaluation (process_instance_key, key)
    WHERE process_instance_key IS NOT NULL;
CREATE INDEX decision_evaluation_by_decision ON decision_evaluation (decision_id, evaluated_at, key);

-- Message ids and correlation keys are of any length: hash indices, which a long one cannot break.
CREATE TABLE message (
    key             bigint      PRIMARY KEY,
    name            text        NOT NULL,
    correlation_key text        NOT NULL,
    message_id      text        NOT NULL,
    state           text        NOT NULL, -- PUBLISHED EXPIRED
    variables       jsonb       NOT NULL,
    published_at    timestamptz NOT NULL,
    deadline        timestamptz NOT NULL,
    expired_at      timestamptz
);
CREATE INDEX message_by_time ON message (published_at, key);
CREATE INDEX message_by_message_id ON message USING hash (message_id);
CREATE INDEX message_by_correlation_key ON message USING hash (correlation_key);

CREATE TABLE message_correlation (
    process_instance_key bigint      NOT NULL,
    position             bigint      NOT NULL,
    message_key          bigint      NOT NULL,
    name                 text        NOT NULL,
    correlation_key      text        NOT NULL,
    message_id           text,                 -- null when the message was published before history began
    bpmn_process_id      text        NOT NULL,
    element_id           text        NOT NULL,
    kind                 text        NOT NULL, -- START CATCH
    correlated_at        timestamptz NOT NULL,
    PRIMARY KEY (process_instance_key, position)
);
CREATE INDEX message_correlation_by_message ON message_correlation (message_key);
CREATE INDEX message_correlation_by_message_id ON message_correlation USING hash (message_id);
CREATE INDEX message_correlation_by_correlation_key ON message_correlation USING hash (correlation_key);

CREATE TABLE message_subscription (
    key                  bigint      PRIMARY KEY,
    kind                 text        NOT NULL, -- CATCH: an instance waits · START: a process version listens
    process_instance_key bigint,
    element_instance_key bigint,
    bpmn_process_id      text        NOT NULL,
    element_id           text        NOT NULL,
    name                 text        NOT NULL,
    correlation_key      text,
    state                text        NOT NULL, -- OPEN CORRELATED CLOSED
    created_at           timestamptz NOT NULL,
    ended_at             timestamptz
) WITH (fillfactor = 80);
CREATE INDEX message_subscription_by_instance ON message_subscription (process_instance_key)
    WHERE process_instance_key IS NOT NULL;
CREATE INDEX message_subscription_open ON message_subscription (name) WHERE state = 'OPEN';

CREATE TABLE timer (
    key                    bigint      PRIMARY KEY,
    process_instance_key   bigint,                -- null for a timer that starts instances
    process_definition_key bigint      NOT NULL,
    element_instance_key   bigint,
    element_id             text        NOT NULL,
    due_at                 timestamptz NOT NULL,
    repetitions            int         NOT NULL,  -- how often it still fires, -1 without end
    state                  text        NOT NULL,  -- CREATED TRIGGERED CANCELLED
    created_at             timestamptz NOT NULL,
    ended_at               timestamptz
) WITH (fillfactor = 80);
CREATE INDEX timer_by_instance ON timer (process_instance_key) WHERE process_instance_key IS NOT NULL;
CREATE INDEX timer_due ON timer (due_at, key) WHERE state = 'CREATED';

-- User tasks that Zeebe itself keeps; a job-based user task is a row of job with type "io.camunda.zeebe:userTask".
CREATE TABLE user_task (
    key                     bigint      PRIMARY KEY,
    process_instance_key    bigint      NOT NULL,
    process_definition_key  bigint      NOT NULL,
    bpmn_process_id         text        NOT NULL,
    element_instance_key    bigint      NOT NULL,
    element_id              text        NOT NULL,
    state                   text        NOT NULL, -- CREATED COMPLETED CANCELLED
    assignee                text,
    candidate_groups        jsonb       NOT NULL,
    candidate_users         jsonb       NOT NULL,
    due_date                text,                 -- as written in the model's expression result (ISO 8601)
    follow_up_date          text,
    form_key                bigint,
    external_form_reference text,
    custom_headers          jsonb       NOT NULL,
    action                  text,
    variables               jsonb,
    created_at              timestamptz NOT NULL,
    ended_at                timestamptz
) WITH (fillfactor = 80);
CREATE INDEX user_task_by_instance ON user_task (process_instance_key, key);
CREATE INDEX user_task_by_state ON user_task (state, created_at, key);

CREATE TABLE signal (
    key          bigint      PRIMARY KEY,
    name         text        NOT NULL,
    variables    jsonb       NOT NULL,
    broadcast_at timestamptz NOT NULL
);

CREATE TABLE modification (
    process_instance_key bigint      NOT NULL,
    position             bigint      NOT NULL,
    activated            jsonb       NOT NULL, -- the command's activateInstructions
    terminated           jsonb       NOT NULL, -- the command's terminateInstructions
    modified_at          timestamptz NOT NULL,
    PRIMARY KEY (process_instance_key, position)
);

CREATE TABLE migration (
    process_instance_key          bigint      NOT NULL,
    position                      bigint      NOT NULL,
    target_process_definition_key bigint      NOT NULL,
    mappings                      jsonb       NOT NULL,
    migrated_at                   timestamptz NOT NULL,
    PRIMARY KEY (process_instance_key, position)
);

-- Commands that Zeebe refused.
CREATE TABLE rejection (
    partition_id         int         NOT NULL,
    position             bigint      NOT NULL,
    key                  bigint,
    process_instance_key bigint,
    value_type           text        NOT NULL,
    intent               text        NOT NULL,
    rejection_type       text        NOT NULL,
    reason               text        NOT NULL,
    rejected_at          timestamptz NOT NULL,
    PRIMARY KEY (partition_id, position)
);
CREATE INDEX rejection_by_time ON rejection (rejected_at);
CREATE INDEX rejection_by_instance ON rejection (process_instance_key) WHERE process_instance_key IS NOT NULL;

-- Faults inside the engine itself: the instance named here is frozen by Zeebe.
CREATE TABLE engine_error (
    partition_id         int         NOT NULL,
    position             bigint      NOT NULL,
    process_instance_key bigint,
    message              text        NOT NULL,
    stack_trace          text        NOT NULL,
    occurred_at          timestamptz NOT NULL,
    PRIMARY KEY (partition_id, position)
);
