-- Ended instances that an operator deleted. Schema as in V1: the search path names it, also for the functions.

-- What was deleted by hand, so that neither late records nor the archive bring it back. Retention drops a row once it would have
-- deleted the thing itself.
CREATE TABLE deletion (
    key         bigint      PRIMARY KEY,
    kind        text        NOT NULL, -- INSTANCE: all about it is gone · MESSAGE: its payload is
    lasts_until timestamptz NOT NULL, -- an instance's end, a message's deadline: what retention goes by
    deleted_at  timestamptz NOT NULL
);
CREATE INDEX deletion_by_end ON deletion (lasts_until);

-- Removes all about instances, and what messages said. That a message was heard stays: it must not be published again.
CREATE FUNCTION forget(instances bigint[], messages bigint[]) RETURNS void
    LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    child text;
BEGIN
    FOREACH child IN ARRAY ARRAY ['element_instance', 'sequence_flow', 'variable', 'variable_change', 'job', 'incident',
        'decision_evaluation', 'message_subscription', 'timer', 'user_task', 'modification', 'migration', 'rejection', 'engine_error']
    LOOP
        EXECUTE format('DELETE FROM %I WHERE process_instance_key = ANY ($1)', child) USING instances;
    END LOOP;
    DELETE FROM process_instance WHERE key = ANY (instances);
    UPDATE message_correlation SET correlation_key = ''
     WHERE process_instance_key = ANY (instances) AND correlation_key <> '';
    UPDATE message SET variables = '{}' WHERE key = ANY (messages) AND variables <> '{}';
END $$;

-- Deletes an ended instance with those it called, and answers their keys: none when there is no such instance. Refused while one of
-- them runs, or one that called it: it is a part of that. The lock keeps the exporter, which holds it shared, from writing about them at the same time.
CREATE FUNCTION delete_ended(root bigint) RETURNS bigint[]
    LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    family   bigint[];
    running  bigint;
    messages bigint[];
BEGIN
    PERFORM pg_advisory_xact_lock(8388354993784909688);
    WITH RECURSIVE called AS (
        SELECT key, state FROM process_instance WHERE key = root
        UNION
        SELECT p.key, p.state FROM process_instance p JOIN called ON p.parent_process_instance_key = called.key
    )
    SELECT array_agg(key ORDER BY key), min(key) FILTER (WHERE state = 'ACTIVE') INTO family, running FROM called;
    IF running IS NULL THEN
        WITH RECURSIVE caller AS (
            SELECT parent_process_instance_key AS key FROM process_instance WHERE key = root
            UNION
            SELECT p.parent_process_instance_key FROM process_instance p JOIN caller ON p.key = caller.key
        )
        SELECT min(p.key) INTO running FROM process_instance p JOIN caller ON p.key = caller.key WHERE p.state = 'ACTIVE';
    END IF;
    IF running IS NOT NULL THEN
        RAISE EXCEPTION 'instance % still runs', running USING ERRCODE = 'object_in_use';
    END IF;
    IF family IS NULL THEN
        RETURN '{}';
    END IF;
    INSERT INTO deletion
    SELECT key, 'INSTANCE', coalesce(ended_at, started_at), clock_timestamp() FROM process_instance WHERE key = ANY (family);
    PERFORM forget(family, '{}');
    WITH unheard AS (
        INSERT INTO deletion
        SELECT m.key, 'MESSAGE', m.deadline, clock_timestamp() FROM message m
         WHERE m.key IN (SELECT message_key FROM message_correlation WHERE process_instance_key = ANY (family))
           AND NOT EXISTS (SELECT FROM message_correlation c JOIN process_instance p ON p.key = c.process_instance_key
                            WHERE c.message_key = m.key)
        ON CONFLICT DO NOTHING RETURNING key
    )
    SELECT coalesce(array_agg(key), '{}') INTO messages FROM unheard;
    PERFORM forget('{}', messages);
    PERFORM pg_notify('history', CASE WHEN cardinality(family) > 300 THEN '*' ELSE '[' || array_to_string(family, ',') || ']' END);
    RETURN family;
END $$;
