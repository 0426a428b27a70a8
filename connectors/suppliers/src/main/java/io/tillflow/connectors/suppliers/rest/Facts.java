package io.tillflow.connectors.suppliers.rest;

import io.tillflow.connectors.suppliers.Purchase;
import io.tillflow.processes.PurchaseStatus;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the suppliers' service answered, read with errors that name what was expected. */
record Facts(JsonNode answer) {
    private static final int MOST = 1_000_000;

    Purchase purchase() {
        return new Purchase(
                text("id"),
                text("reference"),
                text("supplier"),
                text("sku"),
                count("quantity"),
                status(),
                answer.has("agreed") ? count("agreed") : count("quantity"),
                day("expectedOn"));
    }

    String text(String name) {
        JsonNode value = answer.path(name);
        if (!value.isString() || value.stringValue().isBlank()) {
            throw unfit(name, "a text");
        }
        return value.stringValue();
    }

    long number(String name) {
        JsonNode value = answer.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw unfit(name, "a whole number from 0 on");
        }
        return value.longValue();
    }

    int count(String name) {
        long value = number(name);
        if (value > MOST) {
            throw unfit(name, "a number up to " + MOST);
        }
        return (int) value;
    }

    private PurchaseStatus status() {
        String said = text("status").toUpperCase(Locale.ROOT);
        return Arrays.stream(PurchaseStatus.values())
                .filter(status -> status.name().equals(said))
                .findFirst()
                .orElseThrow(() -> unfit("status", "one of " + Arrays.toString(PurchaseStatus.values())));
    }

    private @Nullable LocalDate day(String name) {
        if (answer.path(name).isMissingNode() || answer.path(name).isNull()) {
            return null;
        }
        try {
            return LocalDate.parse(text(name));
        } catch (DateTimeParseException expected) {
            throw unfit(name, "a day like 2026-03-31");
        }
    }

    private static IllegalStateException unfit(String name, String expected) {
        return new IllegalStateException(
                "expected " + name + " in the answer of the suppliers' service to be " + expected + ", but it is not");
    }
}
