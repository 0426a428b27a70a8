package io.tillflow.connectors.shipping;

/** Whom a label names; never logged, never a process variable. */
public record Recipient(String name, String street, String extra, String postcode, String town, String country) {
    @Override
    public String toString() {
        return "Recipient[hidden, " + country + "]";
    }
}
