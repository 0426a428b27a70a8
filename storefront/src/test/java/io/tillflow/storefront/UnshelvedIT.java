package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.storefront.supply.LowStock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class UnshelvedIT extends ShopTest {
    @Autowired
    LowStock low;

    @Test
    void whatTheShelfDoesNotShowYetIsToldOfOnceItDoes() {
        String sku = "GHOST-" + UUID.randomUUID();
        jdbc.sql("""
                with made as (
                    insert into variant (sku, product, position, colour, colour_name, size, price, weight_grams, pictures)
                    select :sku, product, 99, :sku, colour_name, size, price, weight_grams, pictures from variant order by sku limit 1
                    returning sku
                ) insert into stock (sku) select sku from made""").param("sku", sku).update();
        try {
            while (low.tell() > 0) {
                // as many as are told at once, and on
            }
            assertThat(jdbc.sql("select sku from low_stock").query(String.class).list())
                    .doesNotContain(sku);
        } finally {
            for (String table : List.of("low_stock", "stock", "variant")) {
                jdbc.sql("delete from " + table + " where sku = :sku")
                        .param("sku", sku)
                        .update();
            }
        }
    }
}
