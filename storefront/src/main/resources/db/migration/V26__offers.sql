-- What a variant was sold for on average in a week that is over (weeks begin on Mondays, UTC), and how many were sold.
create view reporting_offer as
    select sku, week, timestamptz '2001-01-01 00:00:00Z' + week * interval '7 days' as since, currency,
           round(sum(price * units)::numeric / sum(units) / 100, 4) as price, sum(units)::int as units
      from (select sku, currency, price, units, ((placed_at at time zone 'UTC')::date - date '2001-01-01') / 7 as week
              from reporting_sale where units > 0 and price > 0) as sold
     where week < ((now() at time zone 'UTC')::date - date '2001-01-01') / 7
     group by sku, week, currency;

-- What each variant costs now, when that changed last, and whether another price is planned or holds for a time.
create view reporting_price as
    select v.sku, p.name, concat_ws(', ', v.colour_name, nullif(v.size, '')) as variant, v.price,
           (select max(c.at) from price_change c where c.sku = v.sku) as changed_at,
           exists (select 1 from price_plan l where l.sku = v.sku and l.state in ('PLANNED', 'RUNNING')) as planned
      from variant v join product p on p.slug = v.product;
