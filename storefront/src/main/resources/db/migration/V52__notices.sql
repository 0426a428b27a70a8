-- What processes tell shoppers in the shop; of an account it goes with it.
create table notice (
    id         uuid primary key,
    account_id uuid references account (id) on delete cascade,
    order_id   uuid references orders,
    body       text        not null check (body <> '' and length(body) <= 500),
    written_at timestamptz not null,
    -- when its reader put it away
    seen_at    timestamptz,
    check (account_id is not null or order_id is not null)
);
create index notice_by_order on notice (order_id, written_at) where order_id is not null;
create index notice_unseen on notice (account_id, written_at) where seen_at is null;
