-- A price and a rate that change at once must see each other: each reads what the other one writes.
-- Prices change beside each other and hold the lists as they are; a list changes alone. Before the first row is taken, so nobody waits for both.
-- What follows a row is read by statements of its own after that, and therefore as it was committed.
create function price_lists_hold() returns trigger language plpgsql set search_path from current as $$
begin
    perform pg_advisory_xact_lock_shared(hashtext('shop price lists'));
    return null;
end $$;
create trigger price_lists_hold before insert or update of price or delete on variant
    for each statement execute function price_lists_hold();

create function price_lists_alone() returns trigger language plpgsql set search_path from current as $$
begin
    perform pg_advisory_xact_lock(hashtext('shop price lists'));
    return null;
end $$;
create trigger price_lists_alone before insert or update on price_list
    for each statement execute function price_lists_alone();
