-- Letters that name an order of their sender may reach the order's conversation instead of becoming events.
alter table connectors.letterbox add column orders_to_support boolean not null default false;
