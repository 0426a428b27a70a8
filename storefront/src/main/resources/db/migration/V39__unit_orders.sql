-- What units of experiments bought: an account or a customer, each by its id. What was cancelled counts for nothing.
create view reporting_unit_order as
    select account_id as unit, id as order_id, placed_at, total, currency from orders where account_id is not null and state <> 'CANCELLED'
    union all
    select customer_id, id, placed_at, total, currency from orders where state <> 'CANCELLED';

-- Who is left without a letter is drawn by the process's experiment now; it was kept here before.
alter table cart_reminder alter column held_out drop not null;
