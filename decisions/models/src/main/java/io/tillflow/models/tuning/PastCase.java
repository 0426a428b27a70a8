package io.tillflow.models.tuning;

import io.tillflow.rules.Decided;
import java.util.Map;

/**
 * A decision of the past whose outcome is known by now.
 *
 * @param facts by their paths, as {@code order.total}
 */
public record PastCase(Map<String, Object> facts, Worth worth) {
    public PastCase {
        facts = Map.copyOf(facts);
    }

    /** What a decision would have been worth in this case, in any one unit; only differences matter. */
    public interface Worth {
        double of(Decided decided);
    }

    /** A numeric fact, NaN when it is not there. */
    double number(String path) {
        return facts.get(path) instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
