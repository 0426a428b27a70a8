-- What the overview, the heat maps and the list of running ones need at a million instances. Schema as in V1: the search path names it.

-- The elements at which the engine or a worker acts now: of all active ones a few.
CREATE INDEX element_instance_working ON element_instance (process_instance_key)
    WHERE state = 'ACTIVE' AND element_type IN ('SERVICE_TASK', 'SEND_TASK', 'SCRIPT_TASK', 'BUSINESS_RULE_TASK', 'CALL_ACTIVITY');

-- How many stand at each element of a version, counted in the index alone.
CREATE INDEX element_instance_standing ON element_instance (process_definition_key, element_id)
    WHERE state = 'ACTIVE' AND element_type <> 'PROCESS';

-- How many are open and how many of those fail, counted in the index alone.
CREATE INDEX process_instance_open ON process_instance (bpmn_process_id, open_incidents) WHERE state = 'ACTIVE';

-- A version's newest ended instances, without passing all that are still open.
CREATE INDEX process_instance_ended ON process_instance (process_definition_key, started_at, key) WHERE ended_at IS NOT NULL;
