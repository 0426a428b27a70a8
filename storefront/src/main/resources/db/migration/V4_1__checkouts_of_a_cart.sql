-- the details of a cart's latest checkout are asked for by every new one
create index checkout_details_of_cart on checkout (cart_id, created_at desc) where details is not null;
