-- The connectors bring the shipped models into the engine before the first event is sent.
DROP TABLE studio.shipped_deployment;
