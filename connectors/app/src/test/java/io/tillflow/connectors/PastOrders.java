package io.tillflow.connectors;

import io.tillflow.connectors.provider.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the shop's reporting views would have, as tables. */
final class PastOrders {
    private static final JdbcClient DATABASE = TestDatabase.jdbc();

    private PastOrders() {}

    static void create() {
        DATABASE.sql("create schema if not exists shop").update();
        DATABASE.sql("""
                create table shop.reporting_basket (id text primary key, placed_at timestamptz not null, origin text not null, products text[] not null);
                create table shop.reporting_purchase (id text primary key, customer text not null, placed_at timestamptz not null, amount bigint not null, currency text not null);
                create table shop.reporting_risk (id text primary key, placed_at timestamptz not null, amount numeric, things int, "different things" int,
                    weight int, country text, channel text, express int, "first order" int, "addresses differ" int, "cards declined before" int,
                    "orders the day before" int, "hour of the day" int, "turned away" int);
                create table shop.reporting_risk_answer (model text, version int, id text, placed_at timestamptz, probability float8, by_rule float8, came int);
                create table shop.reporting_demand (sku text, day date, units int not null, sold_out numeric not null, primary key (sku, day));
                create table shop.reporting_article (sku text primary key, category text, price numeric, since date);
                create table shop.reporting_promotion (sku text, since timestamptz, until timestamptz, off numeric);
                create table shop.reporting_supply (sku text primary key, name text, variant text, price bigint, available int, awaited int, pack int, cost bigint);
                create table shop.reporting_available (id bigint primary key, sku text, at timestamptz, available int, next timestamptz);
                create table shop.reporting_offer (sku text, week int, since timestamptz, currency text, price numeric, units int, primary key (sku, week));
                create table shop.reporting_price (sku text primary key, name text, variant text, price bigint, changed_at timestamptz, planned boolean);
                create table shop.sorted_question (id text primary key, request_id text, placed_at timestamptz, text text, language text, topic text, by_words text);
                create table shop.reporting_answer (model text, version int, basket text, placed_at timestamptz, items int, found int, found_by_rule int);
                """).update();
    }

    static void drop() {
        DATABASE.sql(
                        "drop table shop.reporting_basket, shop.reporting_purchase, shop.reporting_answer, shop.reporting_risk, shop.reporting_risk_answer, shop.reporting_demand, shop.reporting_article, shop.reporting_promotion, shop.reporting_supply, shop.reporting_available, shop.reporting_offer, shop.reporting_price, shop.sorted_question")
                .update();
    }

    /** Sets of two among things that many orders have. */
    static List<String> setWithExtras(int i) {
        Random random = new Random(i);
        List<String> products = IntStream.range(0, 24)
                .filter(extra -> random.nextInt(10) < 3)
                .mapToObj(extra -> "extra" + extra)
                .collect(Collectors.toList());
        int set = random.nextInt(15);
        products.addAll(List.of("left" + set, "right" + set));
        return products;
    }

    static void orders(int many, IntFunction<List<String>> products) {
        for (int i = 0; i < many; i++) {
            order(i, products.apply(i));
        }
    }

    static void order(int i, List<String> products) {
        DATABASE.sql("""
                insert into shop.reporting_basket values (:id, timestamptz '2026-01-01' + :i * interval '1 hour', 'own', string_to_array(:products, ','))
                """)
                .param("id", "order " + i)
                .param("i", i)
                .param("products", String.join(",", products))
                .update();
    }

    static void answers(int version, int orders, int found) {
        DATABASE.sql("""
                insert into shop.reporting_answer
                select 'recommendation', :version, 'own ' || n, now() + interval '1 minute', 2, :found, 1 from generate_series(1, :orders) n
                 where not exists (select 1 from shop.reporting_answer where version = :version and basket = 'own ' || n)
                """)
                .param("version", version)
                .param("orders", orders)
                .param("found", found)
                .update();
    }

    /** A new customer who orders again within a day and sends it elsewhere is turned away, each alone is harmless; some are not known yet. */
    static void risks(int many) {
        DATABASE.sql("""
                insert into shop.reporting_risk
                select 'own ' || n, now() - interval '1 hour' * (:many - n), 20 + n * 37 % 200, 1 + n % 4, 1 + n % 3, 500 + n * 13 % 900,
                       case n % 3 when 0 then 'DE' else 'FR' end, 'web', n % 7 / 6, n * 11 % 5 / 3, n * 7 % 4 / 3, 0, n * 5 % 9 / 6, n % 24,
                       case when n % 10 = 0 then null when n * 7 % 4 / 3 = 1 and n * 5 % 9 / 6 = 1 then (n % 23 <> 0)::int else (n % 97 = 0)::int end
                  from generate_series(1, :many) n
                """).param("many", many).update();
    }

    /** What was said of orders that came since, and what came of them: right by the model, as the mean by the rule. */
    static void riskAnswers(int version, int orders) {
        DATABASE.sql("""
                insert into shop.reporting_risk_answer
                select 'fraud', :version, 'own new ' || n, now() + interval '1 minute', case when n % 5 = 0 then 0.9 else 0.1 end, 0.2,
                       (n % 5 = 0)::int from generate_series(1, :orders) n
                """).param("version", version).param("orders", orders).update();
    }

    static void customers(int many, int days) {
        Random random = new Random(9);
        List<Object[]> rows = new ArrayList<>();
        for (int customer = 0; customer < many; customer++) {
            double day = random.nextDouble() * days / 4;
            double everyDays = 8 + random.nextInt(70);
            int nth = 0;
            do {
                rows.add(new Object[] {
                    "own " + customer + "-" + nth++, "UM-" + customer, day, 2000 + random.nextInt(9000)
                });
                day += 1 - Math.log(1 - random.nextDouble()) * everyDays;
            } while (day < days && random.nextDouble() > 0.15);
        }
        new JdbcTemplate(TestDatabase.dataSource()).batchUpdate("""
                insert into shop.reporting_purchase values (?, ?, now() - interval '1 day' * (? - ?), ?, 'EUR')
                """.replace("? - ?", days + " - ?"), rows);
    }

    /** A third of the variants is asked for more and more, a third less and less, a third evenly; V-1 could not be had for the last week. */
    static void demand(int variants, int days) {
        DATABASE.sql("""
                insert into shop.reporting_demand
                select 'V-' || v, (now() at time zone 'UTC')::date - :days + d, case when out then 0 else units end, out::int
                  from generate_series(0, :variants - 1) v cross join generate_series(0, :days - 1) d
                 cross join lateral (select v = 1 and d >= :days - 7 as out,
                       floor((1 + v % 5) * (1 + (v % 3 - 1) * 0.9 * (2.0 * d / :days - 1)) * 2 * ((v * 7919 + d * 104729) % 97) / 97.0 + 0.4)::int as units)
                 where units > 0 or out
                """).param("variants", variants).param("days", days).update();
    }

    /** Three weeks of ten variants in which a third of the price was taken off and three times as much was sold; one more week is planned of V-34. */
    static void promotions() {
        DATABASE.sql("""
                insert into shop.reporting_promotion
                select 'V-' || v, day::timestamp at time zone 'UTC', (day + 6)::timestamp at time zone 'UTC', 0.3333
                  from generate_series(30, 39) v cross join (values (100), (200), (300)) w (days)
                 cross join lateral (select (now() at time zone 'UTC')::date - days as day) as begins;
                insert into shop.reporting_promotion values ('V-34', now(), now() + interval '6 days', 0.3333);
                update shop.reporting_demand d set units = 3 * units from shop.reporting_promotion p
                 where d.sku = p.sku and d.day between (p.since at time zone 'UTC')::date and (p.until at time zone 'UTC')::date;
                insert into shop.reporting_article select distinct sku, 'lamps', 20, null::date from shop.reporting_demand;
                insert into shop.reporting_supply values ('V-2', 'Lamp', 'black', 2000, 7, 2, 6, 900), ('V-99', 'Vase', '', 2000, 7, 2, 6, null),
                    ('V-new', 'Lamp', 'red', 2000, 0, 0, 1, null);
                insert into shop.reporting_article values ('V-new', 'lamps', 20, (now() at time zone 'UTC')::date - 3)
                """).update();
    }

    /** Of V-2 and V-5 there is more than will be asked for in a year, of V-5 since ten days; V-8 has a price for a time. */
    static void slowSellers() {
        DATABASE.sql("""
                update shop.reporting_supply set available = 9000 where sku = 'V-2';
                insert into shop.reporting_supply values ('V-5', 'Mug', '', 900, 9000, 0, 1, null), ('V-8', 'Rug', '', 900, 9000, 0, 1, null),
                    ('V-3', 'Bowl', '', 900, 3, 0, 1, null);
                insert into shop.reporting_price values ('V-2', 'Lamp', 'black', 2000, now() - interval '40 days', false),
                    ('V-5', 'Mug', '', 900, null, false), ('V-8', 'Rug', '', 900, null, true), ('V-3', 'Bowl', '', 900, null, false);
                insert into shop.reporting_available values (1, 'V-2', now() - interval '120 days', 9100, now() - interval '50 days'),
                    (2, 'V-2', now() - interval '50 days', 9000, null), (3, 'V-5', now() - interval '90 days', 20, now() - interval '10 days'),
                    (4, 'V-5', now() - interval '10 days', 9000, null);
                """).update();
    }

    /** Units fall with the square of the price. */
    static void offers(int variants, int weeks) {
        DATABASE.sql("""
                insert into shop.reporting_offer
                select 'V-' || v, w, now() - (:weeks - w) * interval '7 days', 'EUR', level * 20,
                       round((20 + v % 7 * 10) / (level * level) * (0.8 + 0.4 * ((v * 7919 + w * 104729) % 97) / 97.0))::int
                  from generate_series(1, :variants) v cross join generate_series(1, :weeks) w
                 cross join lateral (select (array[0.8, 0.9, 1, 1.1])[1 + (v * 31 + w / 3 * 17) % 4] as level)
                """).param("variants", variants).param("weeks", weeks).update();
        DATABASE.sql(
                        "insert into shop.reporting_price select distinct sku, 'Lamp', 'black', 2000, null::timestamptz, false from shop.reporting_offer")
                .update();
    }

    /** Eight ways to ask two things of many articles; the table of words is right of two in three. */
    static void questions(int many, String kind) {
        DATABASE.sql("""
                insert into shop.sorted_question
                select :kind || n, :kind || n, now() - interval '1 hour' * (:many - n), format(
                       (array['where is my %s by now', 'the %s should have been here on Monday', 'any idea when the %s arrives', 'has the %s left yet',
                              'I want to send the %s back', 'how do I return the %s', 'the %s does not suit me, can I give it back', 'label to return the %s please'])
                              [1 + n % 8], (array['lamp', 'kettle', 'rug', 'tent', 'mug', 'chair', 'clock'])[1 + n * 3 % 7]),
                       'en', case when n % 8 < 4 then 'WHERE' else 'RETURN' end,
                       case when n / 8 % 3 = 0 then 'OTHER' when n % 8 < 4 then 'WHERE' else 'RETURN' end
                  from generate_series(1, :many) n
                """).param("kind", kind).param("many", many).update();
    }

    /** As above, in a language that the model does not read. */
    static void questionsInGerman(int many) {
        DATABASE.sql("""
                insert into shop.sorted_question
                select 'German ' || n, 'German ' || n, now(), 'Wo ist mein Paket?', 'de', 'WHERE', 'OTHER' from generate_series(1, :many) n
                """).param("many", many).update();
    }

    /** People find three of four of these to be returns, the table of words one. */
    static void sorted(String prefix, int many) {
        DATABASE.sql("""
                insert into shop.sorted_question
                select 'sorted ' || n, :prefix || n, now() + interval '1 minute', 'x', 'en', case when n % 4 = 0 then 'WHERE' else 'RETURN' end,
                       case when n % 4 = 1 then 'RETURN' else 'OTHER' end
                  from generate_series(0, :many - 1) n
                """).param("prefix", prefix).param("many", many).update();
    }

    /** The ends that the instance of a training came to. */
    static List<String> ends(String training) {
        return DATABASE.sql("""
                select e.element_id from history.element_instance e join history.message_correlation c using (process_instance_key)
                 where c.correlation_key = :id and c.kind = 'START' and e.element_type = 'END_EVENT' and e.state = 'COMPLETED'
                """).param("id", training).query(String.class).list();
    }
}
