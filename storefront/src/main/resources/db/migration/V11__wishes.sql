-- What somebody would like; the id is random and known to their browser alone, or belongs to an account.
create table wish_list (
    id         uuid primary key,
    account_id uuid unique references account on delete cascade,
    touched_at timestamptz not null
);
create index wish_list_by_time on wish_list (touched_at);
create table wish (
    list_id     uuid        not null references wish_list on delete cascade,
    product     text        not null references product,
    added_price bigint      not null,
    added_at    timestamptz not null,
    primary key (list_id, product)
);
