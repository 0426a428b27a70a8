package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.storefront.checkout.ReleaseHold;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

class StockIT extends ShopTest {
    @Autowired
    ReleaseHold releaseHold;

    @Test
    void fiftyBuyersOfTheLastThreeGetExactlyThree() throws Exception {
        String sku = fresh(3);
        List<Integer> answers = atOnce(
                50, () -> shop().startCheckout(shop().cartWith(Map.of(sku, 1))).status());

        assertThat(answers).filteredOn(s -> s == 201).hasSize(3);
        assertThat(answers).filteredOn(s -> s == 409).hasSize(47);
        assertThat(level(sku, "held")).isEqualTo(3);
        assertThat(level(sku, "available")).isZero();
    }

    @Test
    void reportsWhatWasSoldADayAndForHowMuchOfItNothingWasToBeHad() {
        String sku = fresh(0);
        jdbc.sql("""
                insert into stock_movement (kind, sku, quantity, at)
                select kind, :sku, quantity, date_trunc('day', now() at time zone 'UTC') at time zone 'UTC' - ago
                  from (values ('RECEIVED', 5, interval '10 days'), ('HELD', 5, interval '8.5 days'), ('HOLD_RESERVED', 5, interval '8.4 days'),
                               ('ALLOCATED', 5, interval '8.3 days'), ('SHIPPED', 5, interval '8 days'), ('RECEIVED', 3, interval '6.75 days')
                       ) as was (kind, quantity, ago)
                """).param("sku", sku).update();
        jdbc.sql("""
                insert into past_order (number, email, currency, total, placed_at, lines)
                values ('demand-' || :sku, 'a@example.org', 'EUR', 900,
                        date_trunc('day', now() at time zone 'UTC') at time zone 'UTC' - interval '9 days',
                        jsonb_build_array(jsonb_build_object('sku', :sku, 'name', 'Lamp', 'quantity', 3, 'price', 300)))
                """).param("sku", sku).update();
        assertThat(jdbc.sql("""
                select ((now() at time zone 'UTC')::date - day) || ' ' || units || ' ' || sold_out from reporting_demand
                 where sku = :sku order by day""").param("sku", sku).query(String.class).list())
                .containsExactly("9 3 0.5000", "8 0 1.0000", "7 0 0.2500");
        assertThat(jdbc.sql("select price from reporting_sale where sku = :sku")
                        .param("sku", sku)
                        .query(Long.class)
                        .list())
                .containsExactly(300L);
        assertThat(jdbc.sql("select price || ' ' || units from reporting_offer where sku = :sku")
                        .param("sku", sku)
                        .query(String.class)
                        .list())
                .as("a week that is over")
                .containsExactly("3.0000 3");
        assertThat(jdbc.sql("""
                select fact || ' ' || origin || ' ' || units || ' ' || amount from reporting_fact where sku = :sku order by 1""").param("sku", sku).query(String.class).list())
                .as("what patterns count")
                .containsExactly("sale past 3 900", "stock-out own 1 0", "stock-out own 1 0");
        assertThat(jdbc.sql("select planned from reporting_price where sku = :sku and changed_at is null and price > 0")
                        .param("sku", sku)
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void reportsWhatAVariantIsAndWhenAPartOfItsPriceIsTakenOff() {
        String sku = fresh(0);
        jdbc.sql("""
                insert into price_plan (id, sku, price, starts_at, ends_at, state, before, made_at)
                select gen_random_uuid(), sku, price * 3 / 4, now() - interval '9 days', now() - interval '2 days', 'DONE', price, now() from variant where sku = :sku
                union all
                select gen_random_uuid(), sku, price / 2, now() + interval '5 days', now() + interval '9 days', 'PLANNED', null, now() from variant where sku = :sku
                union all
                select gen_random_uuid(), sku, price / 2, now() + interval '5 days', null, 'PLANNED', null, now() from variant where sku = :sku
                union all
                select gen_random_uuid(), sku, price * 2, now() + interval '5 days', now() + interval '9 days', 'PLANNED', null, now() from variant where sku = :sku
                """).param("sku", sku).update();
        assertThat(jdbc.sql("""
                select extract(day from until - since) || ' ' || round(off, 1) from reporting_promotion where sku = :sku order by since""").param("sku", sku).query(String.class).list())
                .as("a price that stays and a dearer one are no offer")
                .containsExactly("7 0.3", "4 0.5");
        assertThat(jdbc.sql(
                                "select category || ' ' || (price > 0) || ' ' || (since <= current_date) from reporting_article where sku = :sku")
                        .param("sku", sku)
                        .query(String.class)
                        .single())
                .endsWith(" true true");
        jdbc.sql("delete from price_plan where sku = :sku").param("sku", sku).update();
    }

    @Test
    void buyersOfTheSameThingsInOppositeOrderNeverBlockEachOther() throws Exception {
        String a = fresh(200);
        String b = fresh(200);
        AtomicInteger turn = new AtomicInteger();
        List<Integer> answers = atOnce(24, () -> {
            String cart = shop().post("/carts", "").body().get("id").asString();
            boolean forward = turn.getAndIncrement() % 2 == 0;
            for (String sku : forward ? List.of(a, b) : List.of(b, a)) {
                shop().put("/carts/" + cart + "/lines/" + sku, "{\"quantity\":1}");
            }
            return shop().startCheckout(cart).status();
        });
        assertThat(answers).containsOnly(201);
        assertThat(level(a, "held")).isEqualTo(24);
        assertThat(level(b, "held")).isEqualTo(24);
    }

    @Test
    void aHoldIsAllOrNothingAndSaysWhatIsMissing() {
        String plenty = fresh(10);
        String few = fresh(1);
        ShopClient.Answer answer = shop().startCheckout(shop().cartWith(Map.of(plenty, 2, few, 3)));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().get("type").asString()).isEqualTo("stock-short");
        assertThat(answer.body().get("missing").toString()).isEqualTo("[{\"sku\":\"" + few + "\",\"quantity\":2}]");
        assertThat(level(plenty, "held")).isZero();
    }

    @Test
    void startingAgainKeepsTheHoldAndAChangedCartReplacesIt() {
        String sku = fresh(10);
        String cart = shop().cartWith(Map.of(sku, 2));
        String first = shop().startCheckout(cart).body().get("id").asString();
        assertThat(shop().startCheckout(cart).body().get("id").asString()).isEqualTo(first);
        assertThat(level(sku, "held")).isEqualTo(2);

        shop().put("/carts/" + cart + "/lines/" + sku, "{\"quantity\":5}");
        assertThat(shop().startCheckout(cart).body().get("id").asString()).isNotEqualTo(first);
        assertThat(level(sku, "held")).isEqualTo(5);
    }

    @Test
    void anExpiredHoldGoesBackOnceAndCannotBePlaced() {
        String sku = fresh(4);
        String checkout = shop().readyCheckout(Map.of(sku, 4), "late@example.org");
        clock.forward(Duration.ofMinutes(14));
        releaseHold.releaseDue();
        assertThat(level(sku, "held")).isEqualTo(4);

        clock.forward(Duration.ofMinutes(2));
        releaseHold.releaseDue();
        releaseHold.releaseDue();
        assertThat(level(sku, "held")).isZero();
        assertThat(level(sku, "available")).isEqualTo(4);
        ShopClient.Answer placed = shop().place(checkout);
        assertThat(placed.status()).isEqualTo(409);
        assertThat(placed.body().get("type").asString()).isEqualTo("hold-expired");
    }

    @Test
    void placingAfterTheTimeIsRefusedEvenBeforeTheSweep() {
        String sku = fresh(2);
        String checkout = shop().readyCheckout(Map.of(sku, 2), "late@example.org");
        clock.forward(Duration.ofMinutes(16));
        assertThat(shop().place(checkout).body().get("type").asString()).isEqualTo("hold-expired");
        assertThat(level(sku, "available")).isEqualTo(2);
    }

    @Test
    void theLedgerAddsUpToTheCounts() {
        String sku = fresh(9);
        String order = shop().buy(sku, 2);
        shop().service("POST", order, "/allocation", "");
        shop().service("PUT", order, "/state", "{\"state\":\"SHIPPED\"}");
        String given = shop().buy(sku, 3);
        shop().service("DELETE", given, "/allocation", "");
        shop().buy(sku, 1);

        List<String> different = jdbc.sql("""
                select s.sku from stock s join (
                    select sku,
                      sum(quantity) filter (where kind in ('RECEIVED', 'COUNTED', 'RETURNED', 'TRANSFER_ARRIVED')) as came,
                      coalesce(sum(quantity) filter (where kind in ('SHIPPED', 'TRANSFER_SENT')), 0) as went,
                      coalesce(sum(case kind when 'HELD' then quantity when 'HOLD_RELEASED' then -quantity
                          when 'HOLD_RESERVED' then -quantity else 0 end), 0) as held,
                      coalesce(sum(case kind when 'HOLD_RESERVED' then quantity when 'RESERVED' then quantity
                          when 'RESERVATION_RELEASED' then -quantity when 'ALLOCATED' then -quantity else 0 end), 0) as reserved,
                      coalesce(sum(case kind when 'ALLOCATED' then quantity when 'ALLOCATION_RELEASED' then -quantity
                          when 'SHIPPED' then -quantity else 0 end), 0) as allocated
                    from stock_movement group by sku) m on m.sku = s.sku
                where (s.on_hand, s.held, s.reserved, s.allocated)
                    is distinct from (m.came - m.went, m.held, m.reserved, m.allocated)""").query(String.class).list();
        assertThat(different).isEmpty();
        assertThat(level(sku, "onHand")).isEqualTo(7);
        assertThat(level(sku, "reserved")).isEqualTo(1);
    }

    @Test
    void theLedgerCannotBeChanged() {
        assertThatThrownBy(
                        () -> jdbc.sql("update stock_movement set quantity = 0").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from stock_movement").update())
                .isInstanceOf(DataAccessException.class);
    }

    private int level(String sku, String what) {
        return shop().admin("GET", "/stock/" + sku, "").body().get(what).asInt();
    }
}
