-- That somebody who agreed wrote to the shop is kept, not what they wrote.
alter table shopper_event drop constraint shopper_event_kind_check;
alter table shopper_event add constraint shopper_event_kind_check check (kind in
    ('page-view', 'search', 'product-view', 'cart-change', 'checkout-step', 'purchase', 'return', 'message'));
