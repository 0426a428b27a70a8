package io.tillflow.connectors.payments.sandbox;

import io.tillflow.connectors.payments.DeclineReason;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The magic card numbers, one for each thing that can happen to a payment. */
enum TestCard {
    APPROVED("4242424242424242", "Approved", "The bank holds the money until it is captured."),
    DECLINED("4000000000000002", "Declined", "The bank says no."),
    INSUFFICIENT_FUNDS("4000000000009995", "Not enough money", "Declined: the account does not hold enough."),
    CARD_EXPIRED("4000000000000069", "Expired card", "Declined: the card is out of date."),
    HOLD_EXPIRES(
            "4000000000003410",
            "Authorisation expires",
            "Approved, but the bank lets the money go a few seconds later."),
    CAPTURE_TIMES_OUT(
            "4000000000007072", "Capture times out", "Approved; taking the money times out twice, then works."),
    CAPTURE_REFUSED_TWICE(
            "4000000000003428", "Capture refused twice", "Approved; the bank refuses to pay out twice, then pays."),
    CAPTURE_REFUSED("4000000000003436", "Capture refused", "Approved; the bank refuses to pay out, every time."),
    PROVIDER_OUTAGE(
            "4000000000005035", "Provider down", "Approved; then the provider answers 503 until someone repairs it."),
    SLOW_WEBHOOK("4000000000008005", "Slow webhook", "Approved; the shop hears of it only after 20 seconds."),
    DUPLICATE_WEBHOOK("4000000000009003", "Repeated webhook", "Approved; the shop hears of it three times."),
    DISPUTED(
            "4000000000000259",
            "Disputed",
            "Approved; after the capture the bank wants the money back, and gives in when the shop contests it."),
    DISPUTED_AND_LOST(
            "4000000000002685",
            "Disputed and lost",
            "Approved; after the capture the bank wants the money back, and gets it whatever the shop says.");

    private final String number;
    private final String title;
    private final String explanation;

    TestCard(String number, String title, String explanation) {
        this.number = number;
        this.title = title;
        this.explanation = explanation;
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

    String title() {
        return title;
    }

    String explanation() {
        return explanation;
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
                    DISPUTED,
                    DISPUTED_AND_LOST -> null;
        };
    }
}
