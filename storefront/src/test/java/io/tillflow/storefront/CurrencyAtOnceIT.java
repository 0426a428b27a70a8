package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillflow.storefront.money.Ending;
import io.tillflow.storefront.money.OtherCurrency;
import java.math.BigDecimal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A price and what it follows, changed by two at the same time. */
class CurrencyAtOnceIT extends CurrencyTest {
    @Autowired
    DataSource source;

    @Test
    void aPriceAndARateThatChangeAtOnceKnowEachOther() throws Exception {
        String sku = fresh(5);
        long before = price(sku);
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("update variant set price = price + 1000 where sku = '" + sku + "'");
            var rate = CompletableFuture.runAsync(() -> CurrencySettings.write(shop(), "12", true));
            await().until(() -> waiting() || rate.isDone());
            connection.commit();
            rate.get(60, TimeUnit.SECONDS);
        }
        assertThat(kronor(sku))
                .isEqualTo(new OtherCurrency("SEK", new BigDecimal("12"), Ending.NINE, true).of(before + 1000));
        assertThat(wrong()).isZero();
    }

    @Test
    void aRateThatIsNotKeptYetIsWaitedForByPrices() throws Exception {
        String sku = fresh(5);
        long before = price(sku);
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("update price_list set rate = 13 where currency = 'SEK'");
            var price = CompletableFuture.runAsync(
                    () -> shop().admin("PUT", "/prices/" + sku, "{\"price\":" + (before + 1000) + "}"));
            await().until(() -> waiting() || price.isDone());
            connection.commit();
            price.get(60, TimeUnit.SECONDS);
        }
        assertThat(kronor(sku))
                .isEqualTo(new OtherCurrency("SEK", new BigDecimal("13"), Ending.NINE, true).of(before + 1000));
        assertThat(wrong()).isZero();
    }

    @Test
    void aPriceThatFollowsAgainWhileTheShopsOwnChangesFollowsTheNewOne() throws Exception {
        String sku = fresh(5);
        long before = price(sku);
        shop().admin("PUT", "/prices/" + sku, "{\"price\":99900,\"currency\":\"SEK\"}");
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("update variant set price = price + 1000 where sku = '" + sku + "'");
            var follows =
                    CompletableFuture.runAsync(() -> shop().admin("DELETE", "/prices/" + sku + "/SEK?by=ada", ""));
            await().until(() -> waiting() || follows.isDone());
            connection.commit();
            follows.get(60, TimeUnit.SECONDS);
        }
        assertThat(kronor(sku)).isEqualTo(SEK.of(before + 1000));
    }

    /** Whether a transaction of this database waits for another one. */
    private boolean waiting() {
        return jdbc.sql("""
                select count(*) from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock'""").query(Integer.class).single() > 0;
    }

    private int wrong() {
        return jdbc.sql("""
                select count(*) from variant_price p join variant v on v.sku = p.sku join price_list l on l.currency = p.currency
                where not p.fixed and p.price <> listed_price(v.price, l.rate, l.step, l.ending)""").query(Integer.class).single();
    }
}
