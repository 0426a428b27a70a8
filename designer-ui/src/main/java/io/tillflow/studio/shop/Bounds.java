package io.tillflow.studio.shop;

import io.tillflow.models.price.Guardrails;
import io.tillflow.rules.Decided;
import io.tillflow.rules.Decisions;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.models.Shelf;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * The guardrails of prices, asked of the table as it was saved last. A law, a supplier or a competitor may have bounds there, for an
 * article or for all: without the columns "lowest" and "highest", or with nothing in them, there are none.
 *
 * @param version of the table
 */
record Bounds(Decisions table, int version) {
    static final String DECISION = "price-guardrails";

    /** What the table says of a variant. */
    record Says(boolean propose, double costShare, Guardrails guardrails) {}

    static Bounds of(Shelf shelf) {
        ModelFile file = shelf.find(DECISION)
                .orElseThrow(() -> new IllegalStateException(
                        "expected the table " + DECISION + " among the models, but it was deleted there"));
        return new Bounds(Decisions.of(file.name(), file.content()), shelf.version(file.name()));
    }

    /** Nothing when no rule fits. */
    Optional<Says> of(PriceAnswers.Answer offer) {
        Decided decided = table.evaluate(
                DECISION,
                Map.of(
                        "offer",
                        Map.of("sku", offer.sku(), "weeklyUnits", offer.weeklyUnits(), "price", offer.price())));
        return decided.output() instanceof Map<?, ?> says
                ? Optional.of(
                        new Says(Boolean.TRUE.equals(says.get("propose")), number(says, "costShare"), guardrails(says)))
                : Optional.empty();
    }

    private static Guardrails guardrails(Map<?, ?> says) {
        try {
            return new Guardrails(
                    number(says, "minMargin"),
                    number(says, "maxStep"),
                    (int) number(says, "ending"),
                    says.get("lowest") == null ? 1 : (long) Math.ceil(number(says, "lowest")),
                    says.get("highest") == null ? Long.MAX_VALUE : (long) Math.floor(number(says, "highest")));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException("the table " + DECISION + " is wrong: " + wrong.getMessage(), wrong);
        }
    }

    private static double number(Map<?, ?> says, String output) {
        try {
            return new BigDecimal(String.valueOf(says.get(output))).doubleValue();
        } catch (NumberFormatException e) {
            throw new IllegalStateException("expected the table " + DECISION + " to say a number for " + output
                    + ", but it says " + says.get(output));
        }
    }
}
