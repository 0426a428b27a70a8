-- Filters of the list of instances that people keep under a name, each for themselves.
CREATE TABLE saved_filter (
    person   text        NOT NULL,
    name     text        NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    address  text        NOT NULL, -- the parameters of the list's address
    saved_at timestamptz NOT NULL,
    PRIMARY KEY (person, name)
);
