-- What makes things cheaper: with a code, or without one for everybody.
create table promotion (
    id                text primary key,
    code              text unique check (code = upper(code) and code <> ''),
    title             text        not null,
    kind              text        not null check (kind in ('PERCENT', 'AMOUNT', 'FREE_DELIVERY', 'BUY_X_GET_Y')),
    value             bigint      not null default 0 check (value >= 0),
    buys              int         not null default 0 check (buys >= 0),
    gets              int         not null default 0 check (gets >= 0),
    category          text        references category on delete cascade,
    at_least          bigint      not null default 0 check (at_least >= 0),
    combines          boolean     not null default true,
    starts_at         timestamptz not null,
    ends_at           timestamptz,
    most_uses         int check (most_uses > 0),
    most_per_customer int check (most_per_customer > 0)
);

create table promotion_use (
    promotion text        not null references promotion,
    order_id  uuid        not null references orders,
    email     text        not null,
    at        timestamptz not null,
    primary key (promotion, order_id)
);
create index promotion_use_by_email on promotion_use (email, promotion);

alter table cart add column codes text[] not null default '{}';
alter table checkout add column codes text[] not null default '{}';
alter table checkout add column discounts jsonb not null default '[]';
alter table orders add column discounts jsonb not null default '[]';
