package io.tillflow.storefront;

import io.tillflow.storefront.money.Ending;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.money.OtherCurrency;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of a second currency look up; kronor at 11.5, which merchants have to offer. */
abstract class CurrencyTest extends AccountTest {
    static final OtherCurrency SEK = new OtherCurrency("SEK", new BigDecimal("11.5"), Ending.NINE, true);

    @BeforeEach
    void kronorAreOffered() {
        CurrencySettings.write(shop(), "11.5", true);
    }

    /** In the shop's own currency. */
    static long worth(long kronor) {
        return SEK.inBase()
                .multiply(BigDecimal.valueOf(kronor))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    static String text(long kronor) {
        return Money.text(kronor, "SEK");
    }

    String row(String sql, String id) {
        return jdbc.sql(sql).param("id", id).query(String.class).single();
    }

    long price(String sku) {
        return Long.parseLong(row("select price::text from variant where sku = :id", sku));
    }

    long kronor(String sku) {
        return Long.parseLong(row("select price::text from variant_price where sku = :id and currency = 'SEK'", sku));
    }

    String product(String sku) {
        return row("select product from variant where sku = :id", sku);
    }
}
