-- A checkout keeps the delivery terms it began with, whichever copy of the shop answers and whatever that copy has read by then.
alter table checkout add terms int;
update checkout c set terms =
    coalesce((select max(p.number) from shop_profile p where p.written_at <= c.created_at), 0);
alter table checkout alter terms set not null;

-- Every copy of the shop has the catalogue in memory and reads it anew when another one changed it; prices tell of themselves.
create function shelf_changed() returns trigger language plpgsql as $$
begin
    perform pg_notify('shop_shelf', '');
    return null;
end $$;

create trigger shelf_changed after insert or update or delete on category for each statement execute function shelf_changed();
create trigger shelf_changed after insert or update or delete on category_text for each statement execute function shelf_changed();
create trigger shelf_changed after insert or update or delete on product for each statement execute function shelf_changed();
create trigger shelf_changed after insert or update or delete on product_text for each statement execute function shelf_changed();
create trigger shelf_changed after insert or delete or update of product, colour, colour_name, size, weight_grams, pictures, position
    on variant for each statement execute function shelf_changed();
create trigger shelf_changed after insert or update or delete on variant_text for each statement execute function shelf_changed();
create trigger shelf_changed after insert or update or delete on picture_text for each statement execute function shelf_changed();
