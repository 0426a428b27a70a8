-- What the shop sells in beside its own currency, as its settings say (docs/adr/0034): a price list each.
create table price_list (
    currency text primary key check (currency ~ '^[A-Z]{3}$'),
    -- minor units of it for a minor unit of the shop's own
    rate     numeric not null check (rate > 0),
    step     bigint  not null check (step > 0),
    ending   bigint  not null check (ending >= 0 and ending < step)
);

-- A row a variant: set by somebody, or the shop's own price times the rate, with the ending that prices of the list have.
create table variant_price (
    sku      text    not null references variant on delete cascade,
    currency text    not null references price_list,
    price    bigint  not null check (price > 0),
    fixed    boolean not null default false,
    primary key (sku, currency)
);
create index variant_price_by_list on variant_price (currency);

create function listed_price(base bigint, rate numeric, step bigint, ending bigint) returns bigint language sql immutable as $$
    select greatest(round((base * rate - ending) / step)::bigint * step + ending, case when ending = 0 then step else ending end)
$$;

-- The law compares prices within a currency, so each has a history of its own.
alter table price_change add column currency text not null default 'EUR';

-- Triggers, so that no way of changing a price or a rate leaves a list or its history out.
create function follow_price() returns trigger language plpgsql set search_path from current as $$
begin
    insert into variant_price (sku, currency, price)
    select new.sku, l.currency, listed_price(new.price, l.rate, l.step, l.ending) from price_list l
    on conflict (sku, currency) do update set price = excluded.price
        where not variant_price.fixed and variant_price.price <> excluded.price;
    return null;
end $$;
create trigger variant_price_follows after insert or update of price on variant
    for each row execute function follow_price();

create function follow_list() returns trigger language plpgsql set search_path from current as $$
begin
    insert into variant_price (sku, currency, price)
    select v.sku, new.currency, listed_price(v.price, new.rate, new.step, new.ending) from variant v order by v.sku
    on conflict (sku, currency) do update set price = excluded.price
        where not variant_price.fixed and variant_price.price <> excluded.price;
    return null;
end $$;
create trigger price_list_followed after insert or update on price_list
    for each row execute function follow_list();
create trigger shelf_changed after insert or update or delete on price_list for each statement execute function shelf_changed();

create function note_listed_price() returns trigger language plpgsql set search_path from current as $$
begin
    insert into price_change (sku, currency, previous, price, reason, changed_by, at)
    values (new.sku, new.currency, old.price, new.price,
            coalesce(current_setting('shop.price_reason', true), ''),
            coalesce(current_setting('shop.price_by', true), ''),
            coalesce(nullif(current_setting('shop.price_at', true), '')::timestamptz, now()));
    perform pg_notify('shop_prices', new.sku);
    return null;
end $$;
create trigger variant_price_noted after update of price on variant_price
    for each row when (old.price is distinct from new.price) execute function note_listed_price();

-- What something cost when it was put aside can be compared in the same currency alone.
alter table cart_line add column currency text not null default 'EUR';
alter table wish add column currency text not null default 'EUR';

-- A checkout fixes its currency and what that is worth; its order keeps both. The shop's own counts as itself.
alter table checkout
    add column currency text not null default 'EUR',
    add column in_base numeric not null default 1 check (in_base > 0);
alter table orders add column in_base numeric not null default 1 check (in_base > 0);

-- When the shop's own price changed last.
create or replace view reporting_price as
    select v.sku, p.name, concat_ws(', ', v.colour_name, nullif(v.size, '')) as variant, v.price,
           (select max(c.at) from price_change c where c.sku = v.sku and c.currency = 'EUR') as changed_at,
           exists (select 1 from price_plan l where l.sku = v.sku and l.state in ('PLANNED', 'RUNNING')) as planned
      from variant v join product p on p.slug = v.product;

-- What others learn from is in the shop's own currency: amounts of two are never added up. Orders of another shop stay in theirs.
create or replace view reporting_purchase as
    with bought as (
        select 'own ' || id as id, 'own' as origin, number, lower(email) as email, placed_at,
               round(total * in_base)::bigint as amount, 'EUR'::text as currency
          from orders where state <> 'CANCELLED'
        union all
        select 'past ' || number, 'past', number, lower(email), placed_at, total, currency from past_order
    )
    select id, first_value(number) over (partition by email order by placed_at, id) as customer, placed_at, amount, currency, origin
      from bought;

create or replace view reporting_sale as
    select 'own ' || o.id as id, o.placed_at, 'own' as origin, l.sku, l.product, l.quantity as units,
           round(l.unit_price * o.in_base)::bigint as price, 'EUR'::text as currency
      from orders o join order_line l on l.order_id = o.id
     where o.state <> 'CANCELLED'
    union all
    select 'past ' || p.number, p.placed_at, 'past', v.sku, v.product, (line ->> 'quantity')::int, (line ->> 'price')::bigint, p.currency
      from past_order p cross join jsonb_array_elements(p.lines) as line join variant v on v.sku = line ->> 'sku';

create or replace view reporting_fact as
    select 'order' as fact, placed_at as at, 'own' as origin, null::text as sku, 1::bigint as units,
           round(total * in_base)::bigint as amount, 'EUR'::text as currency from orders
    union all
    select 'order', placed_at, 'past', null, 1, total, currency from past_order
    union all
    select 'sale', o.placed_at, 'own', l.sku, l.quantity, round(l.quantity * l.unit_price * o.in_base)::bigint, 'EUR'
      from orders o join order_line l on l.order_id = o.id
    union all
    select 'sale', p.placed_at, 'past', line ->> 'sku', (line ->> 'quantity')::int, (line ->> 'quantity')::int * (line ->> 'price')::bigint, p.currency
      from past_order p cross join jsonb_array_elements(p.lines) as line
    union all
    select 'cancellation', e.at, 'own', null, 1, round(o.total * o.in_base)::bigint, 'EUR'
      from order_event e join orders o on o.id = e.order_id where e.state = 'CANCELLED'
    union all
    select 'return', r.requested_at, 'own', l.sku, l.quantity, 0, null from order_return r join order_return_line l on l.return_id = r.id
    union all
    select 'refund', r.updated_at, 'own', null, 1, round(r.refunded * o.in_base)::bigint, 'EUR'
      from order_return r join orders o on o.id = r.order_id where r.state = 'REFUNDED' and r.refunded > 0
    union all
    select 'stock-out', at, 'own', sku, 1, 0, null
      from (select sku, at, available, lag(available) over (partition by sku order by id) as before from reporting_available) as was
     where available <= 0 and coalesce(before, 1) > 0
    union all
    select 'support-message', written_at, 'own', null, 1, 0, null from support_message where author = 'SHOPPER';

create or replace view reporting_unit_order as
    select account_id as unit, id as order_id, placed_at, round(total * in_base)::bigint as total, 'EUR'::text as currency
      from orders where account_id is not null and state <> 'CANCELLED'
    union all
    select customer_id, id, placed_at, round(total * in_base)::bigint, 'EUR' from orders where state <> 'CANCELLED';

create or replace view reporting_risk as
    select 'own ' || o.id as id, o.id as order_id, o.placed_at,
           round(o.total * o.in_base / 100, 2) as amount,
           o.items as things,
           (select count(*) from order_line l where l.order_id = o.id) as "different things",
           o.weight_grams as weight,
           coalesce(o.shipping ->> 'country', '') as country,
           o.channel,
           o.express::int as express,
           o.first_order::int as "first order",
           o.address_mismatch::int as "addresses differ",
           o.past_declines as "cards declined before",
           (select count(*) from orders b where b.customer_id = o.customer_id and b.placed_at < o.placed_at
               and b.placed_at > o.placed_at - interval '1 day') as "orders the day before",
           extract(hour from o.placed_at at time zone 'UTC')::int as "hour of the day",
           case when o.state in ('DELIVERED', 'COMPLETED') then 0
                when o.state = 'CANCELLED' and o.reason = 'REFUSED'
                     and exists (select 1 from order_event e where e.order_id = o.id and e.state = 'IN_REVIEW') then 1
           end as "turned away"
      from orders o;
