-- What others may learn from: views are a contract (docs/architecture.md). No one's name, address or e-mail is in them.

-- Each order as the set of products in it, oldest first by (placed_at, id); cancelled orders say nothing about taste.
create view reporting_basket as
    select 'own ' || o.id as id, o.placed_at, 'own' as origin, array_agg(distinct l.product order by l.product) as products
    from orders o join order_line l on l.order_id = o.id
    where o.state <> 'CANCELLED'
    group by o.id, o.placed_at
    union all
    select 'past ' || p.number, p.placed_at, 'past', array_agg(distinct v.product order by v.product)
    from past_order p cross join jsonb_array_elements(p.lines) as line join variant v on v.sku = line ->> 'sku'
    group by p.number, p.placed_at;
