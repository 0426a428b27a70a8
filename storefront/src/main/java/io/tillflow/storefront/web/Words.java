package io.tillflow.storefront.web;

import io.tillflow.storefront.ShopSettings;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.OrderState;
import io.tillflow.storefront.terms.Country;
import io.tillflow.storefront.terms.Delivery;
import io.tillflow.storefront.terms.DeliveryDay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Days and times as shoppers say them: weekday before date. */
@Component
public class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH);
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_TIME = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private final DeliveryDay deliveryDay;
    private final ShopSettings settings;
    private final Clock clock;

    Words(DeliveryDay deliveryDay, ShopSettings settings, Clock clock) {
        this.deliveryDay = deliveryDay;
        this.settings = settings;
        this.clock = clock;
    }

    /** "Wednesday", for parcels within Germany. */
    String standardDay() {
        return DAY.format(deliveryDay.of(Country.DE, Delivery.STANDARD));
    }

    /** "Order before 15:00, at your door Wednesday". */
    String bar() {
        ZonedDateTime lastCall = deliveryDay.lastCall();
        String when = lastCall.toLocalDate().equals(deliveryDay.today())
                ? "before " + TIME.format(lastCall)
                : "by " + DAY.format(lastCall) + " " + TIME.format(lastCall);
        return "Order " + when + ", at your door " + standardDay();
    }

    /** "2 h 14 min". */
    public String left() {
        Duration left = deliveryDay.left();
        return left.toHours() == 0
                ? left.toMinutesPart() + " min"
                : left.toHours() + " h " + left.toMinutesPart() + " min";
    }

    public String day(LocalDate day) {
        return DAY.format(day);
    }

    public String longDay(LocalDate day) {
        return LONG.format(day);
    }

    public String shortDay(LocalDate day) {
        return SHORT.format(day);
    }

    public String time(Instant at) {
        return TIME.format(at.atZone(settings.zone()));
    }

    /** "10:33" today, "Mon 10:33" this week, else with the date. */
    public String moment(Instant at) {
        LocalDate day = at.atZone(settings.zone()).toLocalDate();
        LocalDate today = deliveryDay.today();
        DateTimeFormatter format = day.equals(today) ? TIME : day.isAfter(today.minusDays(6)) ? DAY_TIME : DATE_TIME;
        return format.format(at.atZone(settings.zone()));
    }

    /** "14:32" until then; "0:00" afterwards. */
    public String countdown(Instant until) {
        long seconds = Math.max(0, Duration.between(clock.instant(), until).toSeconds());
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    public long secondsLeft(Instant until) {
        return Math.max(0, Duration.between(clock.instant(), until).toSeconds());
    }

    public static String things(int count) {
        return count == 1 ? "1 thing" : count + " things";
    }

    /** Where an order is, in a word or two. */
    public static String state(Order order) {
        if (order.givenUp()) {
            return order.state() == OrderState.CANCELLED ? "cancelled" : "being cancelled";
        }
        return switch (order.state()) {
            case PLACED, PAID -> "ordered";
            case IN_REVIEW -> "being looked at";
            case AWAITING_PAYMENT -> "not paid yet";
            case AWAITING_STOCK -> "waiting for stock";
            case PREPARING -> "being packed";
            case SHIPPED -> "on its way";
            case DELIVERED, COMPLETED -> "arrived";
            case CANCELLED -> "cancelled";
        };
    }
}
