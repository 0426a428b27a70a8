-- What the shop says of itself and how it delivers, every revision: a checkout keeps the terms it began with.
create table shop_profile (
    number     int primary key check (number > 0),
    profile    jsonb       not null,
    author     text        not null,
    written_at timestamptz not null
);
