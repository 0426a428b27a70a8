package io.tillflow.launcher.demo.proof;

import java.time.Duration;

/**
 * A payment as its provider has it.
 *
 * @param held for how long it has held money; zero for one that holds none
 * @param order the id of the order it is for, as it was told when the payment was opened
 */
public record PaymentFact(String id, String order, String status, long amount, String currency, Duration held) {
    boolean holdsMoney() {
        return "AUTHORISED".equals(status);
    }
}
