alter table customer
    add column name      text    not null default '',
    add column phone     text    not null default '',
    add column address   jsonb   not null default '{}',
    add column marketing boolean not null default false,
    add column note      text    not null default '';

-- Orders that another shop took and finished before this one opened; they move neither stock nor money here.
create table past_order (
    number    text primary key,
    email     text        not null,
    currency  text        not null,
    total     bigint      not null check (total >= 0),
    placed_at timestamptz not null,
    lines     jsonb       not null
);
create index past_order_by_email on past_order (email);
