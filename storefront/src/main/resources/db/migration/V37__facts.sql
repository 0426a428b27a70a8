-- How many of a variant could be had after each movement of its stock.
create view reporting_available as
    select id, sku, at,
           sum(case kind when 'RECEIVED' then quantity when 'COUNTED' then quantity when 'RETURNED' then quantity
                         when 'HELD' then -quantity when 'HOLD_RELEASED' then quantity
                         when 'RESERVED' then -quantity when 'RESERVATION_RELEASED' then quantity
                         when 'ALLOCATION_RELEASED' then quantity else 0 end) over ledger as available,
           lead(at) over ledger as next
      from stock_movement window ledger as (partition by sku order by id);

create or replace view reporting_shortage as
    select sku, at as since, coalesce(next, now()) as until from reporting_available where available <= 0;

-- What happened in the shop and when, to be counted by whoever watches for patterns. No one's name is in it.
create view reporting_fact as
    select 'order' as fact, placed_at as at, 'own' as origin, null::text as sku, 1::bigint as units, total as amount, currency from orders
    union all
    select 'order', placed_at, 'past', null, 1, total, currency from past_order
    union all
    select 'sale', o.placed_at, 'own', l.sku, l.quantity, l.quantity * l.unit_price, o.currency from orders o join order_line l on l.order_id = o.id
    union all
    select 'sale', p.placed_at, 'past', line ->> 'sku', (line ->> 'quantity')::int, (line ->> 'quantity')::int * (line ->> 'price')::bigint, p.currency
      from past_order p cross join jsonb_array_elements(p.lines) as line
    union all
    select 'cancellation', e.at, 'own', null, 1, o.total, o.currency from order_event e join orders o on o.id = e.order_id where e.state = 'CANCELLED'
    union all
    select 'return', r.requested_at, 'own', l.sku, l.quantity, 0, null from order_return r join order_return_line l on l.return_id = r.id
    union all
    select 'refund', r.updated_at, 'own', null, 1, r.refunded, o.currency from order_return r join orders o on o.id = r.order_id
     where r.state = 'REFUNDED' and r.refunded > 0
    union all
    select 'stock-out', at, 'own', sku, 1, 0, null
      from (select sku, at, available, lag(available) over (partition by sku order by id) as before from reporting_available) as was
     where available <= 0 and coalesce(before, 1) > 0
    union all
    select 'support-message', written_at, 'own', null, 1, 0, null from support_message where author = 'SHOPPER';
create index order_event_cancelled on order_event (at) where state = 'CANCELLED';
create index support_message_of_shoppers on support_message (written_at) where author = 'SHOPPER';
