package io.tillflow.connectors.payments.sandbox;

import io.tillflow.connectors.payments.DeclineReason;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The magic card numbers, one for each thing that can happen to a payment. */
enum TestCard {
    APPROVED("4242424242424242"),
    DECLINED("4000000000000002"),
    INSUFFICIENT_FUNDS("4000000000009995"),
    CARD_EXPIRED("4000000000000069"),
    HOLD_EXPIRES("4000000000003410"),
    CAPTURE_TIMES_OUT("4000000000007072"),
    CAPTURE_REFUSED_TWICE("4000000000003428"),
    CAPTURE_REFUSED("4000000000003436"),
    PROVIDER_OUTAGE("4000000000005035"),
    SLOW_WEBHOOK("4000000000008005"),
    DUPLICATE_WEBHOOK("4000000000009003"),
    BANK_ASKS("4000000000003220"),
    DISPUTED("4000000000000259"),
    DISPUTED_AND_LOST("4000000000002685");

    private final String number;

    TestCard(String number) {
        this.number = number;
    }

    static Optional<TestCard> numbered(String digits) {
        return Arrays.stream(values())
                .filter(card -> card.number.equals(digits))
                .findFirst();
    }

    String number() {
        return number;
    }

    /** In groups of four, as printed on a card. */
    String printed() {
        return number.replaceAll("(.{4})(?!$)", "$1 ");
    }

    String lastFour() {
        return number.substring(number.length() - 4);
    }

    @Nullable
    DeclineReason declineReason() {
        return switch (this) {
            case DECLINED -> DeclineReason.DECLINED;
            case INSUFFICIENT_FUNDS -> DeclineReason.INSUFFICIENT_FUNDS;
            case CARD_EXPIRED -> DeclineReason.CARD_EXPIRED;
            case APPROVED,
                    HOLD_EXPIRES,
                    CAPTURE_TIMES_OUT,
                    CAPTURE_REFUSED_TWICE,
                    CAPTURE_REFUSED,
                    PROVIDER_OUTAGE,
                    SLOW_WEBHOOK,
                    DUPLICATE_WEBHOOK,
                    BANK_ASKS,
                    DISPUTED,
                    DISPUTED_AND_LOST -> null;
        };
    }
}
