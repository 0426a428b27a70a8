-- What shoppers did who agreed to it; a table a week, so that forgetting is dropping one.
create table shopper_event (
    at      timestamptz not null,
    visitor uuid        not null,
    kind    text        not null check (kind in
        ('page-view', 'search', 'product-view', 'cart-change', 'checkout-step', 'purchase', 'return')),
    product text,
    data    jsonb       not null default '{}'
) partition by range (at);
create index shopper_event_by_visitor on shopper_event (visitor, at);

-- When the automation was told that this cart was left; told again only when it was touched since.
alter table cart add column left_at timestamptz;
create index cart_of_account_by_time on cart (touched_at) where account_id is not null;

-- What others may learn from: what each visitor looked at and bought, without anybody's name.
create view reporting_interest as
    select visitor, kind, product, at from shopper_event
    where kind in ('product-view', 'cart-change', 'purchase') and product is not null;
