package io.tillflow.connectors.data.analytics.local;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the shop's reporting views amount to. */
public final class ShopFigures {
    /** Names that begin with it are no events. */
    public static final String PREFIX = "shop.";

    private final JdbcClient database;

    public ShopFigures(JdbcClient database) {
        this.database = database;
    }

    /** @param to does not belong to it */
    public long of(String name, Instant from, Instant to) {
        return database.sql("select " + figure(name) + " where placed_at >= :from and placed_at < :to")
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query(Long.class)
                .single();
    }

    private static String figure(String name) {
        return switch (name) {
            case "shop.orders" -> "count(*) from shop.reporting_purchase";
            case "shop.units" -> "coalesce(sum(units), 0) from shop.reporting_sale";
            case "shop.revenue" -> """
                    coalesce(sum(amount), 0) from (select * from shop.reporting_purchase where currency =
                        (select currency from shop.reporting_purchase group by currency order by count(*) desc, currency limit 1)) as usual""";
            default ->
                throw new IllegalArgumentException(
                        "expected a figure of the shop to be shop.orders, shop.revenue or shop.units, but it is '"
                                + name + "'");
        };
    }
}
