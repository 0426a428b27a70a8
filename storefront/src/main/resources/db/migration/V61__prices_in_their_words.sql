-- Why a price changed, said in German too, and prices planned in each currency the shop sells in.
alter table price_change add column reason_de text not null default '';
alter table price_plan
    add column reason_de text not null default '',
    add column currency  text not null default 'EUR',
    -- whether it followed the rate before: then it does so again afterwards
    add column followed  boolean not null default false;

create or replace function note_price() returns trigger language plpgsql set search_path from current as $$
begin
    insert into price_change (sku, previous, price, reason, reason_de, changed_by, at)
    values (new.sku, old.price, new.price,
            coalesce(current_setting('shop.price_reason', true), ''),
            coalesce(current_setting('shop.price_reason_de', true), ''),
            coalesce(current_setting('shop.price_by', true), ''),
            coalesce(nullif(current_setting('shop.price_at', true), '')::timestamptz, now()));
    perform pg_notify('shop_prices', new.sku);
    return null;
end $$;

create or replace function note_listed_price() returns trigger language plpgsql set search_path from current as $$
begin
    insert into price_change (sku, currency, previous, price, reason, reason_de, changed_by, at)
    values (new.sku, new.currency, old.price, new.price,
            coalesce(current_setting('shop.price_reason', true), ''),
            coalesce(current_setting('shop.price_reason_de', true), ''),
            coalesce(current_setting('shop.price_by', true), ''),
            coalesce(nullif(current_setting('shop.price_at', true), '')::timestamptz, now()));
    perform pg_notify('shop_prices', new.sku);
    return null;
end $$;

-- What is planned in another currency keeps nobody from proposing the shop's own price.
create or replace view reporting_price as
    select v.sku, p.name, concat_ws(', ', v.colour_name, nullif(v.size, '')) as variant, v.price,
           (select max(c.at) from price_change c where c.sku = v.sku and c.currency = 'EUR') as changed_at,
           exists (select 1 from price_plan l
                   where l.sku = v.sku and l.currency = 'EUR' and l.state in ('PLANNED', 'RUNNING')) as planned
      from variant v join product p on p.slug = v.product;

-- Nor is it compared with that.
create or replace view reporting_promotion as
    select l.sku, l.starts_at as since, l.ends_at as until, round(1 - l.price::numeric / coalesce(l.before, v.price), 4) as off
      from price_plan l join variant v using (sku)
     where l.currency = 'EUR' and l.state <> 'CANCELLED' and l.ends_at is not null and l.price < coalesce(l.before, v.price)
    union all
    select v.sku, m.starts_at, coalesce(m.ends_at, 'infinity'), round(m.value / 100.0, 4)
      from promotion m join product p on m.category is null or m.category = p.category join variant v on v.product = p.slug
     where m.code is null and m.kind = 'PERCENT' and m.at_least = 0;
