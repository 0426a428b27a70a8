package io.tillflow.launcher.demo.robots;

/** Card numbers that the sandbox's bank knows. */
final class Card {
    static final String APPROVED = "4242424242424242";
    static final String DECLINED = "4000000000000002";
    static final String CAPTURE_FAILS_TWICE = "4000000000003428";
    static final String WEBHOOK_REPEATED = "4000000000009003";

    private Card() {}

    /** Mostly a plain card; some whose webhooks come thrice or whose capture works only at the third try. */
    static String paying(int index) {
        return switch (index % 20) {
            case 7 -> WEBHOOK_REPEATED;
            case 13 -> CAPTURE_FAILS_TWICE;
            default -> APPROVED;
        };
    }
}
