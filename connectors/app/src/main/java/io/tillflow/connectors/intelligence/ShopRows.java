package io.tillflow.connectors.intelligence;

/** What there is to learn from in the shop, as a reporting view and as a file. */
enum ShopRows {
    /** A line an order, its products apart by commas. */
    BASKETS(
            "shop.reporting_basket",
            "shop.reporting_basket",
            "baskets.txt",
            "array_to_string(products, ',')",
            "format text"),

    /** A line an order; amounts of several currencies cannot be added, so only those in the most usual one. */
    PURCHASES("shop.reporting_purchase", """
            (select * from shop.reporting_purchase where currency =
                (select currency from shop.reporting_purchase group by currency order by count(*) desc, currency limit 1)) as usual""", "purchases.csv", """
            customer, (placed_at at time zone 'UTC')::date as date, round(amount / 100.0, 2) as amount, currency""", "format csv, header"),
    /** A line an order whose outcome is known, with what was known of it when it was placed; the newest of very many tell enough. */
    RISKS("shop.reporting_risk", """
            (select * from shop.reporting_risk where "turned away" is not null
                order by placed_at desc, id desc limit 100000) as known""", "risks.csv", """
            "turned away", amount, things, "different things", "first order", "addresses differ", "cards declined before",
            "orders the day before", "hour of the day", weight, express, country, channel""", "format csv, header"),
    /**
     * A line a variant and day; today is not over yet. A day of an offer is one with a discount, sold or not and also when it is planned, and each
     * variant has a line that says what it is.
     */
    DAYS("shop.reporting_promotion", """
            (select sku || ' ' || day as id, least(day, yesterday)::timestamp at time zone 'UTC' as placed_at, sku, day, units, sold_out, discount,
                    category, price, since
               from (select sku, day, sum(units) as units, max(sold_out) as sold_out, max(discount) as discount
                       from (select sku, day, units, sold_out, 0 as discount from shop.reporting_demand
                              where day < (now() at time zone 'UTC')::date
                             union all
                             select sku, day::date, 0, 0, off from shop.reporting_promotion
                              cross join generate_series(
                                    greatest((since at time zone 'UTC')::date, (select min(day) from shop.reporting_demand)),
                                    least((until at time zone 'UTC')::date, (now() at time zone 'UTC')::date + 91), interval '1 day') as day
                              where off > 0
                             union all
                             select sku, (now() at time zone 'UTC')::date - 1, null, 0, 0 from shop.reporting_article) as parts
                      group by sku, day) as each
               cross join (select (now() at time zone 'UTC')::date - 1 as yesterday) as known
               left join shop.reporting_article using (sku)) as days""", "sales.csv", """
            sku, day as date, case when day < (now() at time zone 'UTC')::date then units end as units, sold_out, discount, category, price, since""", "format csv, header"),
    /** A line a variant and week, of the variants sold most and often enough that a price can tell something. */
    OFFERS(
            "shop.reporting_offer",
            """
            (select sku || ' ' || week as id, since + interval '6 days' as placed_at, sku, week, price, units
               from shop.reporting_offer join (
                    select sku, currency from shop.reporting_offer
                     where currency = (select currency from shop.reporting_offer group by currency order by sum(units) desc limit 1)
                     group by sku, currency having count(*) >= 26 and avg(units) >= 3 order by sum(units) desc, sku limit 150
               ) as most using (sku, currency)) as offers""",
            "offers.csv",
            "'shop' as store, sku as brand, week, price, units",
            "format csv, header"),
    /**
     * A line a question that people sorted, with how the table of words had read it; in the language that the language model reads, and
     * the newest of very many tell enough.
     */
    QUESTIONS("shop.sorted_question", """
            (select * from shop.sorted_question where language = 'en' order by placed_at desc, id desc limit 5000) as sorted""", "questions.csv", "text, topic, by_words", "format csv, header");

    private final String view;
    private final String rows;
    private final String file;
    private final String columns;
    private final String format;

    ShopRows(String view, String rows, String file, String columns, String format) {
        this.view = view;
        this.rows = rows;
        this.file = file;
        this.columns = columns;
        this.format = format;
    }

    String view() {
        return view;
    }

    /** The view, or what of it can be learned from together; it has placed_at and id. */
    String rows() {
        return rows;
    }

    /** What a line is, for people. */
    String unit() {
        return this == QUESTIONS ? "question in English that people sorted" : "order";
    }

    /** As the training program expects it. */
    String file() {
        return file;
    }

    /** Of a line of the file. */
    String columns() {
        return columns;
    }

    /** As PostgreSQL's copy calls it. */
    String format() {
        return format;
    }
}
