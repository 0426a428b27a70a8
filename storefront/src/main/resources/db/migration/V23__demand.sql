-- Every piece sold, own and taken over; what was cancelled was not sold. No one's name is in it.
create view reporting_sale as
    select 'own ' || o.id as id, o.placed_at, 'own' as origin, l.sku, l.product, l.quantity as units, l.unit_price as price, o.currency
      from orders o join order_line l on l.order_id = o.id
     where o.state <> 'CANCELLED'
    union all
    select 'past ' || p.number, p.placed_at, 'past', v.sku, v.product, (line ->> 'quantity')::int, (line ->> 'price')::bigint, p.currency
      from past_order p cross join jsonb_array_elements(p.lines) as line join variant v on v.sku = line ->> 'sku';

-- When a variant could not be had: nothing of it was free, as the ledger tells. Of orders taken over nothing is known of that.
create view reporting_shortage as
    with counted as (
        select sku, at,
               sum(case kind when 'RECEIVED' then quantity when 'COUNTED' then quantity when 'RETURNED' then quantity
                             when 'HELD' then -quantity when 'HOLD_RELEASED' then quantity
                             when 'RESERVED' then -quantity when 'RESERVATION_RELEASED' then quantity
                             when 'ALLOCATION_RELEASED' then quantity else 0 end) over ledger as available,
               lead(at) over ledger as next
          from stock_movement window ledger as (partition by sku order by id)
    )
    select sku, at as since, coalesce(next, now()) as until from counted where available <= 0;

-- A row a variant and day (UTC) on which something was sold or it could not be had; sold_out is the part of the day without it. A day
-- without a row is a day on which nobody asked.
create view reporting_demand as
    with parts as (
        select sku, (placed_at at time zone 'UTC')::date as day, units, 0.0 as sold_out from reporting_sale
        union all
        select sku, day::date, 0,
               extract(epoch from least(until at time zone 'UTC', day + interval '1 day') - greatest(since at time zone 'UTC', day)) / 86400.0
          from reporting_shortage
         cross join generate_series(date_trunc('day', since at time zone 'UTC'), until at time zone 'UTC', interval '1 day') as day
    )
    select sku, day, sum(units)::int as units, round(least(1, sum(sold_out)), 4) as sold_out from parts group by sku, day;
