package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.storefront.checkout.ReleaseHold;
import io.tillflow.storefront.database.Housekeeping;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HousekeepingIT extends ShopTest {
    @Autowired
    Housekeeping housekeeping;

    @Autowired
    ReleaseHold releaseHold;

    @Test
    void forgetsAddressesThatNeverBecameAnOrder() {
        String kept = shop().place(shop().readyCheckout(Map.of(fresh(2), 1), "kept@example.org"))
                .body()
                .get("orderId")
                .asString();
        shop().readyCheckout(Map.of(fresh(2), 1), "forgotten@example.org");
        clock.forward(Duration.ofDays(1));
        releaseHold.releaseDue();
        housekeeping.forget();
        assertThat(mentions("forgotten@example.org")).isEqualTo(1);

        clock.forward(Duration.ofDays(8));
        housekeeping.forget();
        assertThat(mentions("forgotten@example.org")).isZero();
        assertThat(shop().service("GET", kept, "", "").body().get("email").asString())
                .isEqualTo("kept@example.org");
    }

    private int mentions(String email) {
        return jdbc.sql("select count(*) from checkout where details::text like :email")
                .param("email", "%" + email + "%")
                .query(Integer.class)
                .single();
    }
}
