-- At which record of the engine an instance ended, an incident was resolved and a message was published: what an operator asked for can
-- be told to have been done there. Schema as in V1: the search path names it.
ALTER TABLE process_instance ADD COLUMN ended_position bigint;
ALTER TABLE incident ADD COLUMN resolved_position bigint;
ALTER TABLE message ADD COLUMN published_position bigint;

-- What was done up to these records was written without its position, and keeps none unless history is rebuilt.
CREATE TABLE positions_begin (
    partition_id int    PRIMARY KEY,
    position     bigint NOT NULL
);
INSERT INTO positions_begin SELECT partition_id, position FROM export_position;
