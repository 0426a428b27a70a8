-- The shop's logo, made anew from what a merchant brought; every one is kept, so that an invoice has that of its day. A row without a
-- picture takes the one before it away.
create table shop_logo (
    number     int generated always as identity primary key,
    name       text check (name ~ '^logo-[0-9a-f]{24}$'),
    width      int check (width > 0),
    height     int check (height > 0),
    bytes      bytea,
    author     text        not null,
    written_at timestamptz not null,
    check (num_nulls(name, width, height, bytes) in (0, 4))
);
create index shop_logo_by_name on shop_logo (name);
