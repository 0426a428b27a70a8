-- Every change of a price, whoever made it; the reason is what shoppers read.
create table price_change (
    id         bigint generated always as identity primary key,
    sku        text        not null references variant,
    previous   bigint      not null,
    price      bigint      not null,
    reason     text        not null default '',
    changed_by text        not null default '',
    at         timestamptz not null
);
create index price_change_by_sku on price_change (sku, id);
create index price_change_by_time on price_change (at);
create trigger price_change_append_only before update or delete on price_change
    for each row execute function refuse_change();

-- A trigger, so that no way of changing a price leaves its history out.
create function note_price() returns trigger language plpgsql set search_path from current as $$
begin
    insert into price_change (sku, previous, price, reason, changed_by, at)
    values (new.sku, old.price, new.price,
            coalesce(current_setting('shop.price_reason', true), ''),
            coalesce(current_setting('shop.price_by', true), ''),
            coalesce(nullif(current_setting('shop.price_at', true), '')::timestamptz, now()));
    perform pg_notify('shop_prices', new.sku);
    return null;
end $$;
create trigger variant_price_noted after update of price on variant
    for each row when (old.price is distinct from new.price) execute function note_price();

create or replace function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append only', tg_table_name;
end $$;
