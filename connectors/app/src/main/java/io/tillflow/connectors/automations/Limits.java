package io.tillflow.connectors.automations;

import io.tillflow.connectors.provider.Money;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much an automation may do a day.
 *
 * @param spendPerDay in minor units of {@code currency}
 */
public record Limits(
        @Nullable Integer messagesPerDay,
        @Nullable Long spendPerDay,
        @Nullable String currency) {
    static final Limits NONE = new Limits(null, null, null);

    public Limits {
        if (messagesPerDay != null && messagesPerDay < 1) {
            throw new IllegalArgumentException(
                    "messagesPerDay must be at least 1, was " + messagesPerDay + "; to let nothing out, switch it off");
        }
        if (spendPerDay != null && spendPerDay < 1) {
            throw new IllegalArgumentException(
                    "spendPerDay must be at least 1, was " + spendPerDay + "; to let nothing out, switch it off");
        }
        if ((spendPerDay == null) != (currency == null)) {
            throw new IllegalArgumentException("spendPerDay and currency belong together: give both or none");
        }
        if (spendPerDay != null) {
            known(spendPerDay, String.valueOf(currency));
        }
    }

    private static void known(long amount, String currency) {
        try {
            new Money(amount, currency);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "currency must be a code of ISO 4217 like EUR, was '" + currency + "'", unknown);
        }
    }

    /** Why one more effect is too much after what the day has seen; empty when it is not. */
    Optional<String> exceededBy(Cost cost, long before) {
        return switch (cost.kind()) {
            case MESSAGE ->
                messagesPerDay != null && before + cost.amount() > messagesPerDay
                        ? Optional.of("reached its limit of " + messagesPerDay + " messages a day")
                        : Optional.empty();
            case SPEND -> spentTooMuch(cost, before);
        };
    }

    private Optional<String> spentTooMuch(Cost cost, long before) {
        if (spendPerDay == null || currency == null || cost.amount() == 0) {
            return Optional.empty();
        }
        if (!currency.equals(cost.currency())) {
            return Optional.of("would spend in " + cost.currency() + ", but its limit a day is in " + currency);
        }
        return before + cost.amount() > spendPerDay
                ? Optional.of("reached its limit of " + new Money(spendPerDay, currency).text() + " a day: "
                        + new Money(before, currency).text() + " are spent and "
                        + new Money(cost.amount(), currency).text() + " more would be")
                : Optional.empty();
    }

    /** Why nothing more fits in after what the day has seen now; empty when something does. */
    Optional<String> reachedBy(Cost.Kind kind, long now) {
        return switch (kind) {
            case MESSAGE ->
                messagesPerDay != null && now >= messagesPerDay
                        ? Optional.of("reached its limit of " + messagesPerDay + " messages a day")
                        : Optional.empty();
            case SPEND ->
                spendPerDay != null && currency != null && now >= spendPerDay
                        ? Optional.of("reached its limit of " + new Money(spendPerDay, currency).text() + " a day")
                        : Optional.empty();
        };
    }
}
