-- Who has seen the first-run tour through, or sent it away.
CREATE TABLE studio.tour_seen (
    person text        PRIMARY KEY REFERENCES studio.app_user ON DELETE CASCADE,
    at     timestamptz NOT NULL
);
