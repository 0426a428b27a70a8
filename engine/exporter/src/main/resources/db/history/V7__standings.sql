-- How many instances of each version stand open, and how those of a period ended, told by indexes alone; and tables that grow are looked
-- at by autovacuum after a fiftieth instead of a fifth, as it marks the pages of which an index alone may tell. Schema as in V1: the
-- search path names it. The old indexes go last, as dropping them keeps everybody from reading until the migration ends.
ALTER TABLE process_instance SET (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.02);
ALTER TABLE element_instance SET (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.02);
CREATE INDEX process_instance_open_by_version ON process_instance (bpmn_process_id, version, open_incidents, key) WHERE state = 'ACTIVE';
CREATE INDEX process_instance_ended_when ON process_instance (ended_at, key) INCLUDE (bpmn_process_id, version, state, started_at)
    WHERE ended_at IS NOT NULL;
DROP INDEX process_instance_open;
DROP INDEX process_instance_by_end;
ALTER INDEX process_instance_open_by_version RENAME TO process_instance_open;
ALTER INDEX process_instance_ended_when RENAME TO process_instance_by_end;
