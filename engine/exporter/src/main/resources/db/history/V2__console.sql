-- What the console's lists need at a million instances. Schema as in V1: the search path names it.

-- Search by the beginning of an order number, newest first. A beginning that few share is read whole by
-- process_instance_by_business_key; one that many share is read in the order of time by one of these.
CREATE INDEX process_instance_by_beginning ON process_instance (left(business_key, 3), started_at, key);
CREATE INDEX process_instance_by_long_beginning ON process_instance (left(business_key, 6), started_at, key);

-- Where instances stand: few of all elements are active.
CREATE INDEX element_instance_active ON element_instance (process_instance_key)
    INCLUDE (element_id, element_type, scope_key, started_at, key) WHERE state = 'ACTIVE';
CREATE INDEX element_instance_active_by_element ON element_instance (element_id, process_instance_key)
    WHERE state = 'ACTIVE';

-- Incidents by time, whether they are still open or not: curves, and what an instance once had.
CREATE INDEX incident_by_time ON incident (created_at, key);
