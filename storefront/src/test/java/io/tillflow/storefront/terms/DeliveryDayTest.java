package io.tillflow.storefront.terms;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.storefront.ShopSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryDayTest {
    @Test
    void ordersBeforeThreeLeaveTheSameDay() {
        assertThat(at("2026-11-23T13:59:00Z").of(Country.DE, Delivery.STANDARD, DeliveryTerms.usual()))
                .isEqualTo(LocalDate.of(2026, 11, 25));
        assertThat(at("2026-11-23T14:01:00Z").of(Country.DE, Delivery.STANDARD, DeliveryTerms.usual()))
                .isEqualTo(LocalDate.of(2026, 11, 26));
    }

    @Test
    void nothingMovesAtTheWeekend() {
        assertThat(at("2026-11-27T15:00:00Z").of(Country.DE, Delivery.STANDARD, DeliveryTerms.usual()))
                .isEqualTo(LocalDate.of(2026, 12, 2));
        assertThat(at("2026-11-28T09:00:00Z").of(Country.DE, Delivery.EXPRESS, DeliveryTerms.usual()))
                .isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(at("2026-11-26T09:00:00Z").of(Country.DE, Delivery.STANDARD, DeliveryTerms.usual()))
                .isEqualTo(LocalDate.of(2026, 11, 30));
    }

    @Test
    void countsDownToTheLastCall() {
        assertThat(at("2026-11-23T11:46:00Z").left()).isEqualTo(Duration.ofMinutes(134));
    }

    private static DeliveryDay at(String instant) {
        ShopSettings settings = new ShopSettings(
                URI.create("https://shop.example"),
                URI.create("http://127.0.0.1"),
                "t",
                Duration.ofMinutes(15),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                ZoneId.of("Europe/Berlin"),
                LocalTime.of(15, 0),
                List.of());
        return new DeliveryDay(settings, Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }
}
