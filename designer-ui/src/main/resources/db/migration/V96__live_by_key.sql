-- Which of the engine's versions this saved one became last: a new key means that somebody made it live anew.
ALTER TABLE model_proof ADD COLUMN engine_key bigint;
