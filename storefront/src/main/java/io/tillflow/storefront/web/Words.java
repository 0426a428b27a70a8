package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.ShopSettings;
import io.tillflow.storefront.language.Dates;
import io.tillflow.storefront.language.Language;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.OrderState;
import io.tillflow.storefront.terms.DeliveryDay;
import io.tillflow.storefront.terms.Terms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;

/** Days and times as shoppers say them: weekday before date. */
@Component
public class Words {
    private final DeliveryDay deliveryDay;
    private final Terms terms;
    private final ShopSettings settings;
    private final Clock clock;

    Words(DeliveryDay deliveryDay, Terms terms, ShopSettings settings, Clock clock) {
        this.deliveryDay = deliveryDay;
        this.terms = terms;
        this.settings = settings;
        this.clock = clock;
    }

    private static Dates dates() {
        return Dates.of(Language.current());
    }

    /** "Wednesday", for parcels within Germany. */
    String standardDay() {
        return dates().day().format(deliveryDay.usual(terms.now()));
    }

    /** "Order before 15:00, at your door Wednesday". */
    String bar() {
        ZonedDateTime lastCall = deliveryDay.lastCall();
        return lastCall.toLocalDate().equals(deliveryDay.today())
                ? say("shop.barToday", dates().time().format(lastCall), standardDay())
                : say(
                        "shop.barLater",
                        dates().day().format(lastCall),
                        dates().time().format(lastCall),
                        standardDay());
    }

    /** "2 h 14 min". */
    public String left() {
        Duration left = deliveryDay.left();
        return left.toHours() == 0
                ? say("words.minutes", left.toMinutesPart())
                : say("words.hoursMinutes", left.toHours(), left.toMinutesPart());
    }

    public String day(LocalDate day) {
        return dates().day().format(day);
    }

    public String longDay(LocalDate day) {
        return dates().longDay().format(day);
    }

    public String shortDay(LocalDate day) {
        return dates().shortDay().format(day);
    }

    public String time(Instant at) {
        return dates().time().format(at.atZone(settings.zone()));
    }

    /** "10:33" today, "Mon 10:33" this week, else with the date. */
    public String moment(Instant at) {
        LocalDate day = at.atZone(settings.zone()).toLocalDate();
        LocalDate today = deliveryDay.today();
        Dates dates = dates();
        DateTimeFormatter format =
                day.equals(today) ? dates.time() : day.isAfter(today.minusDays(6)) ? dates.dayTime() : dates.dateTime();
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
        return say("words.things", count);
    }

    /** Where an order is, in a word or two. */
    public static String state(Order order) {
        if (order.givenUp()) {
            return order.state() == OrderState.CANCELLED ? say("order.stateCancelled") : say("order.stateCancelling");
        }
        return switch (order.state()) {
            case PLACED, PAID -> say("order.stateOrdered");
            case IN_REVIEW -> say("order.stateLooked");
            case AWAITING_PAYMENT -> say("order.stateUnpaid");
            case AWAITING_STOCK -> say("order.stateWaiting");
            case PREPARING -> say("order.statePacked");
            case SHIPPED -> say("order.stateAway");
            case DELIVERED, COMPLETED -> say("order.stateArrived");
            case CANCELLED -> say("order.stateCancelled");
        };
    }
}
