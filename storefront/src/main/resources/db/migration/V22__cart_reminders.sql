-- Carts that the automation was told of, and what became of each; whose they are is forgotten with the account.
create table cart_reminder (
    id         uuid primary key,
    account_id uuid        not null references account (id) on delete cascade,
    cart_id    uuid        not null,
    told_at    timestamptz not null,
    total      bigint      not null,
    held_out   boolean     not null,
    -- when the automation asked what to write
    written_at timestamptz,
    order_id   uuid
);
create index cart_reminder_open on cart_reminder (cart_id) where order_id is null;
create index cart_reminder_of_account on cart_reminder (account_id, told_at);
