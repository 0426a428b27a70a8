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
                create table shop.reporting_answer (model text, version int, basket text, placed_at timestamptz, items int, found int, found_by_rule int);
                """).update();
    }

    static void drop() {
        DATABASE.sql("drop table shop.reporting_basket, shop.reporting_purchase, shop.reporting_answer")
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
}
