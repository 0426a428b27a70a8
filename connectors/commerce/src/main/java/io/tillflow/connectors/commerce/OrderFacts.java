package io.tillflow.connectors.commerce;

import io.tillflow.connectors.provider.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An order with its shopper, for letters and labels; money in minor units.
 *
 * @param phone as the shopper gave it; null or empty when they gave none
 * @param language the code of the language it was ordered in; null is English
 * @param worth the total in the currency the shop counts in; null where that is the order's
 * @param baseCurrency the one the shop counts in; null where that is the order's
 * @param orderPath the order's page, with its token
 * @param from where its parcel leaves; null where the shop does not say
 * @param paymentId the payment that is its own by now; null where there is none, or the shop does not say
 * @param raised whether it was paid anew for more than it was placed for; null is no
 * @param state how far it is, as {@link io.tillflow.processes.OrderState}; null where the shop does not say
 */
public record OrderFacts(
        String id,
        String number,
        String email,
        @Nullable String phone,
        String currency,
        @Nullable String language,
        long total,
        @Nullable Long worth,
        @Nullable String baseCurrency,
        long deliveryPrice,
        int weightGrams,
        boolean express,
        String orderPath,
        Place shipping,
        List<Line> lines,
        @Nullable Place from,
        @Nullable String paymentId,
        @Nullable Boolean raised,
        @Nullable String state) {
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9]\\d{6,14}");

    public Locale locale() {
        return language == null ? Locale.ENGLISH : Locale.of(language);
    }

    /** The payment that it was paid anew with; empty for one that never was: then a process knows best which one it means. */
    public Optional<String> paidAnew() {
        return Boolean.TRUE.equals(raised) ? Optional.ofNullable(paymentId) : Optional.empty();
    }

    /** The payment that nobody shall hold money with: of an order that is called off also one that its process never heard of. */
    public Optional<String> toLetGo() {
        return "CANCELLED".equals(state) ? Optional.ofNullable(paymentId) : paidAnew();
    }

    /** Its payment by now: a process may know an older one. */
    public String paymentId(String known) {
        return paidAnew().orElse(known);
    }

    /** What it costs by now of an amount that a process began with: it may have become less, or more and paid anew. */
    public long due(long amount) {
        return Boolean.TRUE.equals(raised) ? total : Math.min(amount, total);
    }

    /** What an amount of it is in the currency the shop counts in, so that amounts of several orders can be compared. */
    public Money inBase(Money amount) {
        if (worth == null
                || baseCurrency == null
                || total == 0
                || !amount.currency().equals(currency)) {
            return amount;
        }
        BigDecimal share = BigDecimal.valueOf(amount.minorUnits()).multiply(BigDecimal.valueOf(worth));
        return new Money(
                share.divide(BigDecimal.valueOf(total), 0, RoundingMode.HALF_UP).longValueExact(), baseCurrency);
    }

    /** The phone number as machines write it: {@code +4915112345678}; empty where there is none that could be dialled from anywhere. */
    public Optional<String> phoneNumber() {
        String digits = phone == null ? "" : phone.replaceAll("[\\s()./-]", "").replaceFirst("^00", "+");
        return INTERNATIONAL.matcher(digits).matches() ? Optional.of(digits) : Optional.empty();
    }

    /** Where the parcel goes; {@code extra} may be empty. */
    public record Place(String name, String street, String extra, String postcode, String town, String country) {}

    /** One row of the order. */
    public record Line(String sku, String name, int quantity, long unitPrice, long total) {}

    @Override
    public String toString() {
        return "OrderFacts[" + number + "]";
    }
}
