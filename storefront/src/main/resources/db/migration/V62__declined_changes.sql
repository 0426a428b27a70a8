-- A bank said no to a card for a change; its shopper may try another one until the day is over.
alter table order_change add column declined boolean not null default false;
