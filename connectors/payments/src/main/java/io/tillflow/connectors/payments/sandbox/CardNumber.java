package io.tillflow.connectors.payments.sandbox;

import io.tillflow.connectors.provider.sandbox.PageWords;
import java.util.stream.IntStream;

/** What a shopper typed as a card number; it goes back to their page and nowhere else. */
record CardNumber(String typed) {
    String digits() {
        return typed.replaceAll("[\\s-]", "");
    }

    /** What is wrong with a number that the sandbox doesn't know, and what right looks like. */
    String problem(PageWords words) {
        if (digits().isEmpty()) {
            return words.text("problem.empty");
        }
        if (!digits().matches("\\d+")) {
            return words.text("problem.letters");
        }
        if (digits().length() < 12 || digits().length() > 19) {
            return words.text("problem.length", digits().length());
        }
        return words.text(passesLuhn() ? "problem.unknown" : "problem.digit");
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
