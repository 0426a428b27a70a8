-- Which shipped cases (their digest) a version grew from, or took: a later release's are told apart. Empty where nobody knows.
ALTER TABLE studio.model_cases ADD COLUMN grown_from text NOT NULL DEFAULT '';
