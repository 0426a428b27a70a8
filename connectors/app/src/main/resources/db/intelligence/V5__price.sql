-- What the live version of price says of each variant that was sold often enough.
create table price_answer (
    sku          text primary key,
    -- mean of its last eight weeks with a sale
    weekly_units double precision not null,
    -- percent of units a percent of price, and one standard error of it
    elasticity   double precision not null,
    error        double precision not null,
    weeks        int              not null
);
