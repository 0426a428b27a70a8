-- What one unit costs, as somebody here decided: a call of a worker type, or an hour of people's tasks (of a group; empty for everybody).
-- What has no row has no price, which is not the same as costing nothing.
CREATE TABLE studio.cost_rate (
    kind       text           NOT NULL CHECK (kind IN ('CALL', 'WORK')),
    type       text           NOT NULL,
    price      numeric(13, 6) NOT NULL CHECK (price >= 0),
    changed_by text           NOT NULL,
    changed_at timestamptz    NOT NULL,
    PRIMARY KEY (kind, type)
);

-- All prices are in one currency; the shop's until somebody says another one.
CREATE TABLE studio.cost_currency (
    one  boolean PRIMARY KEY CHECK (one),
    code text    NOT NULL
);
INSERT INTO studio.cost_currency VALUES (true, 'EUR');
