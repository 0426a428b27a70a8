-- What each version of the fraud model said of an order when it was placed.
create table order_risk (
    order_id    uuid             not null references orders,
    version     int              not null,
    probability double precision not null check (probability between 0 and 1),
    -- what one question alone would have said
    by_rule     double precision not null check (by_rule between 0 and 1),
    reasons     text             not null,
    primary key (order_id, version)
);

-- What is known of an order when it is placed, and whether it was turned away: by a person, since what a table alone refuses tells
-- nothing. No one's name or address is in it. Columns are called as people read them in a reason.
create view reporting_risk as
    select 'own ' || o.id as id, o.id as order_id, o.placed_at,
           round(o.total / 100.0, 2) as amount,
           o.items as things,
           (select count(*) from order_line l where l.order_id = o.id) as "different things",
           o.weight_grams as weight,
           coalesce(o.shipping ->> 'country', '') as country,
           o.channel,
           o.express::int as express,
           o.first_order::int as "first order",
           o.address_mismatch::int as "addresses differ",
           o.past_declines as "cards declined before",
           (select count(*) from orders b where b.customer_id = o.customer_id and b.placed_at < o.placed_at
               and b.placed_at > o.placed_at - interval '1 day') as "orders the day before",
           extract(hour from o.placed_at at time zone 'UTC')::int as "hour of the day",
           case when o.state in ('DELIVERED', 'COMPLETED') then 0
                when o.state = 'CANCELLED' and o.reason = 'REFUSED'
                     and exists (select 1 from order_event e where e.order_id = o.id and e.state = 'IN_REVIEW') then 1
           end as "turned away"
      from orders o;

-- A contract (docs/architecture.md): what was said, and what came of it.
create view reporting_risk_answer as
    select 'fraud' as model, a.version, r.id, r.placed_at, a.probability, a.by_rule, r."turned away" as came
      from order_risk a join reporting_risk r using (order_id) where r."turned away" is not null;
