-- Costs are compared with prices of the shop's own currency: of what was bought last in another, nobody knows what it cost in this one.
create or replace view reporting_supply as
    select v.sku, p.name, concat_ws(', ', v.colour_name, nullif(v.size, '')) as variant, v.price,
           s.on_hand - s.held - s.reserved - s.allocated as available,
           coalesce((select sum(greatest(0, b.quantity - b.received)) from purchase b
                      where b.sku = v.sku and b.state in ('PLANNED', 'PLACED', 'CONFIRMED', 'LOOKING')), 0)::int
             + coalesce((select sum(t.quantity) from stock_transfer t where t.sku = v.sku and t.arrived is null), 0)::int as awaited,
           coalesce(r.pack, 1) as pack,
           (select case when coalesce(b.currency, 'EUR') = 'EUR' then b.unit_price end
              from purchase b where b.sku = v.sku and b.unit_price > 0 order by b.made_at desc limit 1) as cost
      from variant v join product p on p.slug = v.product join stock s using (sku) left join supply_rule r using (sku);
