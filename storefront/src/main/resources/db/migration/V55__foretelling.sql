-- What a variant is, for those who foretell what is new by what is alike.
create view reporting_article as
    select v.sku, p.category, round(v.price / 100.0, 2) as price, (p.added_at at time zone 'UTC')::date as since
      from variant v join product p on p.slug = v.product;

-- When a part of a variant's price was, is or will be taken off for a time, for everybody: by a price plan, or by a promotion without a code.
create view reporting_promotion as
    select l.sku, l.starts_at as since, l.ends_at as until, round(1 - l.price::numeric / coalesce(l.before, v.price), 4) as off
      from price_plan l join variant v using (sku)
     where l.state <> 'CANCELLED' and l.ends_at is not null and l.price < coalesce(l.before, v.price)
    union all
    select v.sku, m.starts_at, coalesce(m.ends_at, 'infinity'), round(m.value / 100.0, 4)
      from promotion m join product p on m.category is null or m.category = p.category join variant v on v.product = p.slug
     where m.code is null and m.kind = 'PERCENT' and m.at_least = 0;

-- What is there of a variant, what is on its way, in which packs it is bought, and what a piece cost when it was bought last.
create view reporting_supply as
    select v.sku, p.name, concat_ws(', ', v.colour_name, nullif(v.size, '')) as variant, v.price,
           s.on_hand - s.held - s.reserved - s.allocated as available,
           coalesce((select sum(greatest(0, b.quantity - b.received)) from purchase b
                      where b.sku = v.sku and b.state in ('PLANNED', 'PLACED', 'CONFIRMED', 'LOOKING')), 0)::int
             + coalesce((select sum(t.quantity) from stock_transfer t where t.sku = v.sku and t.arrived is null), 0)::int as awaited,
           coalesce(r.pack, 1) as pack,
           (select b.unit_price from purchase b where b.sku = v.sku and b.unit_price > 0 order by b.made_at desc limit 1) as cost
      from variant v join product p on p.slug = v.product join stock s using (sku) left join supply_rule r using (sku);
