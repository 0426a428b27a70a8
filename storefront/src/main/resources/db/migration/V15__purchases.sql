-- Who ordered when and for how much. A customer is called by the number of their first order: that names nobody, and staff can open it.
-- Cancelled orders say nothing of what somebody is worth.
create view reporting_purchase as
    with bought as (
        select 'own ' || id as id, 'own' as origin, number, lower(email) as email, placed_at, total as amount, currency
          from orders where state <> 'CANCELLED'
        union all
        select 'past ' || number, 'past', number, lower(email), placed_at, total, currency from past_order
    )
    select id, first_value(number) over (partition by email order by placed_at, id) as customer, placed_at, amount, currency, origin
      from bought;
