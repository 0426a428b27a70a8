-- A restart ends one instance and begins another one in its place: which.
ALTER TABLE repair_command ADD COLUMN successor bigint;
