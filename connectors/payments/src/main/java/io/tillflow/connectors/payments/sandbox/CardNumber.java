package io.tillflow.connectors.payments.sandbox;

import java.util.stream.IntStream;

/** What a shopper typed as a card number; it goes back to their page and nowhere else. */
record CardNumber(String typed) {
    String digits() {
        return typed.replaceAll("[\\s-]", "");
    }

    /** What is wrong with a number that the sandbox doesn't know, and what right looks like. */
    String problem() {
        if (digits().isEmpty()) {
            return "Type a card number. 4242 4242 4242 4242 always works.";
        }
        if (!digits().matches("\\d+")) {
            return "A card number has digits only, such as 4242 4242 4242 4242.";
        }
        if (digits().length() < 12 || digits().length() > 19) {
            return "A card number has 12 to 19 digits. This one has " + digits().length() + ".";
        }
        return passesLuhn()
                ? "This is a test page. It takes only the cards listed below, never a real one."
                : "A digit is wrong: no card has this number.";
    }

    private boolean passesLuhn() {
        String digits = digits();
        int sum = IntStream.range(0, digits.length())
                .map(i -> weighted(digits.charAt(digits.length() - 1 - i) - '0', i % 2 == 1))
                .sum();
        return sum % 10 == 0;
    }

    private static int weighted(int digit, boolean doubled) {
        int value = doubled ? digit * 2 : digit;
        return value > 9 ? value - 9 : value;
    }

    @Override
    public String toString() {
        return "CardNumber[hidden]";
    }
}
