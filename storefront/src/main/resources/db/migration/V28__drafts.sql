-- Orders that staff put together for somebody; one becomes an order by the checkout it was placed with.
create table draft_order (
    id          uuid primary key,
    author      text        not null,
    language    text        not null,
    lines       jsonb       not null,
    details     jsonb       not null,
    discount    bigint      not null default 0 check (discount >= 0),
    note        text        not null default '',
    revision    int         not null default 1,
    checkout_id uuid references checkout,
    created_at  timestamptz not null,
    updated_at  timestamptz not null
);
create index draft_order_by_time on draft_order (created_at desc, id);

alter table checkout drop constraint checkout_channel_check;
alter table checkout add constraint checkout_channel_check check (channel in ('web', 'demo', 'staff'));
