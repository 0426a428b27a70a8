-- A change that makes an order dearer waits here until its one new payment holds; its things are reserved for the order.
create table order_change (
    id                uuid primary key,
    order_id          uuid        not null references orders,
    author            text        not null,
    quantities        jsonb       not null,
    come              jsonb       not null,
    total             bigint      not null check (total > 0),
    state             text        not null default 'PENDING' check (state in ('PENDING', 'APPLIED', 'ENDING', 'ENDED')),
    reason            text check (reason in
        ('UNPAID', 'DECLINED', 'SHIPPED', 'OUTDATED', 'SOLD_OUT', 'DROPPED', 'KEPT', 'CANCELLED')),
    payment_id        text,
    payment_url       text,
    former_payment_id text,
    asked_at          timestamptz not null,
    expires_at        timestamptz not null,
    next_at           timestamptz not null,
    check ((state in ('ENDING', 'ENDED')) = (reason is not null)),
    check (state <> 'APPLIED' or payment_id is not null)
);
create unique index order_change_one_pending on order_change (order_id) where state = 'PENDING';
create index order_change_by_order on order_change (order_id, asked_at);
create index order_change_due on order_change (next_at) where state in ('PENDING', 'ENDING');

alter table staff_act drop constraint staff_act_kind_check;
alter table staff_act add constraint staff_act_kind_check
    check (kind in ('SHIP', 'CAPTURE', 'CANCEL', 'REFUND', 'RECEIVE', 'RESTOCK', 'CHANGE', 'EXCHANGE', 'PAY_MORE', 'CHANGE_OFF'));
