-- Which instances stand where and since when, told by the index alone: the list of all that wait is put in order by it. Schema as in V1:
-- the search path names it. The old index goes last, as dropping it keeps everybody from reading until the migration ends.
CREATE INDEX element_instance_standing_named ON element_instance (process_definition_key, element_id)
    INCLUDE (process_instance_key, element_type, started_at)
    WHERE state = 'ACTIVE' AND element_type <> 'PROCESS';
DROP INDEX element_instance_standing;
ALTER INDEX element_instance_standing_named RENAME TO element_instance_standing;
