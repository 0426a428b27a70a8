-- Where things lie, in the order in which orders are served from them. The first one open takes whatever comes without saying where.
create table location (
    id        text primary key,
    name      text    not null unique,
    street    text    not null default '',
    postcode  text    not null default '',
    town      text    not null default '',
    country   text    not null default '',
    position  int     not null,
    open      boolean not null default true
);
insert into location (id, name, position) values ('main', 'Main', 1);

-- How many of an article lie at a location; all together are the on_hand of its stock.
create table stock_place (
    sku      text not null references stock,
    location text not null references location,
    on_hand  int  not null default 0 check (on_hand >= 0),
    primary key (sku, location)
);
insert into stock_place (sku, location, on_hand) select sku, 'main', on_hand from stock;

-- Until now everything lay, and happened, at one location.
alter table stock_movement add column location text references location default 'main';
alter table stock_movement alter column location drop default;

-- Where the things that are set aside for somebody lie; all together are the allocated of its stock.
create table stock_share (
    owner    uuid not null,
    sku      text not null,
    location text not null,
    quantity int  not null check (quantity > 0),
    reason   text, -- none: the owner is an order
    primary key (owner, sku, location),
    foreign key (sku, location) references stock_place
);
create index stock_share_by_place on stock_share (sku, location);
insert into stock_share (owner, sku, location, quantity, reason)
    select coalesce(order_id, cast(substr(reason, 10) as uuid)), sku, 'main',
           sum(case kind when 'ALLOCATED' then quantity else -quantity end), case when order_id is null then max(reason) end
      from stock_movement
     where kind in ('ALLOCATED', 'ALLOCATION_RELEASED', 'SHIPPED') and (order_id is not null or reason like 'exchange %')
     group by coalesce(order_id, cast(substr(reason, 10) as uuid)), sku, order_id
    having sum(case kind when 'ALLOCATED' then quantity else -quantity end) > 0;

-- Things on their way from one location to another: in no stock until they arrive.
create table stock_transfer (
    id       uuid primary key,
    sku      text        not null references stock,
    origin   text        not null references location,
    target   text        not null references location check (target <> origin),
    quantity int         not null check (quantity > 0),
    sent_at  timestamptz not null,
    sent_by  text        not null,
    arrived  int         check (arrived between 0 and quantity),
    arrived_at timestamptz,
    arrived_by text,
    returned boolean     not null default false -- came back to its origin
);
create index stock_transfer_open on stock_transfer (sku) where arrived is null;

create or replace view reporting_available as
    select id, sku, at,
           sum(case kind when 'RECEIVED' then quantity when 'COUNTED' then quantity when 'RETURNED' then quantity
                         when 'TRANSFER_SENT' then -quantity when 'TRANSFER_ARRIVED' then quantity
                         when 'HELD' then -quantity when 'HOLD_RELEASED' then quantity
                         when 'RESERVED' then -quantity when 'RESERVATION_RELEASED' then quantity
                         when 'ALLOCATION_RELEASED' then quantity else 0 end) over ledger as available,
           lead(at) over ledger as next
      from stock_movement window ledger as (partition by sku order by id);
