package io.tillflow.storefront.terms;

import io.tillflow.storefront.ShopSettings;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;

/** Says on which day a parcel comes, from the hour the packing table closes. */
@Component
public class DeliveryDay {
    private final ShopSettings settings;
    private final Clock clock;

    DeliveryDay(ShopSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public LocalDate of(Country country, Delivery delivery, DeliveryTerms terms) {
        int standard = terms.rate(country).days();
        int days = delivery == Delivery.EXPRESS ? Math.max(1, standard - 2) : standard;
        LocalDate day = lastCall().toLocalDate();
        for (int left = days; left > 0; left--) {
            day = workingDay(day.plusDays(1));
        }
        return day;
    }

    /** What is said before anybody chose. */
    public LocalDate usual(DeliveryTerms terms) {
        return of(terms.home(), Delivery.STANDARD, terms);
    }

    /** The next hour at which packing closes; orders before it go out the same day. */
    public ZonedDateTime lastCall() {
        ZonedDateTime now = clock.instant().atZone(settings.zone());
        ZonedDateTime today = now.with(settings.orderBy());
        LocalDate day = workingDay(
                now.isBefore(today) ? now.toLocalDate() : now.toLocalDate().plusDays(1));
        return day.atTime(settings.orderBy()).atZone(settings.zone());
    }

    public Duration left() {
        return Duration.between(clock.instant(), lastCall());
    }

    public LocalDate today() {
        return clock.instant().atZone(settings.zone()).toLocalDate();
    }

    private static LocalDate workingDay(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case DayOfWeek.SATURDAY -> day.plusDays(2);
            case DayOfWeek.SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }
}
