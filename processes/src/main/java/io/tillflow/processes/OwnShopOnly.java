package io.tillflow.processes;

import java.util.Arrays;
import java.util.Optional;

/** Steps that only orders of our own shop can take: a connected shop does them itself, or has no such thing. */
public enum OwnShopOnly {
    ALLOCATE(
            JobType.COMMERCE_ALLOCATE_STOCK,
            "put goods aside for",
            "it does so itself when an order is placed; leave the step out"),
    RELEASE(
            JobType.COMMERCE_RELEASE_STOCK,
            "give back the goods of",
            "it does so when an order is cancelled; use the step Cancel order"),
    LOCK(
            JobType.COMMERCE_LOCK_FOR_SHIPPING,
            "keep shoppers from cancelling",
            "they cancel by asking its staff; leave the step out"),
    LINK_PAYMENT(
            JobType.PAYMENTS_CREATE_LINK,
            "take our payment for",
            "it takes payments itself; wait until its order is paid"),
    NOTIFY(
            OfferedJobType.MESSAGING_NOTIFY_IN_SHOP,
            "show a notice to the shopper of",
            "its pages are its own; send an e-mail or a text message");

    private static final String CONNECTED = "shopify-";

    private final String jobType;
    private final String asked;
    private final String why;

    OwnShopOnly(String jobType, String asked, String why) {
        this.jobType = jobType;
        this.asked = asked;
        this.why = why;
    }

    public static Optional<OwnShopOnly> of(String jobType) {
        return Arrays.stream(values())
                .filter(step -> step.jobType.equals(jobType))
                .findFirst();
    }

    /** Whether a message tells of an order of a connected shop. */
    public static boolean isOfAnother(String message) {
        return message.startsWith(CONNECTED);
    }

    /** {@code put goods aside for}: an order follows. */
    public String asked() {
        return asked;
    }

    /** What the shop does instead, or what the process can do. */
    public String why() {
        return why;
    }
}
