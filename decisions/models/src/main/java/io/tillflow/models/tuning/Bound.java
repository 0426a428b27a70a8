package io.tillflow.models.tuning;

import java.math.BigDecimal;
import java.util.List;

/**
 * A number that cells of one column compare with; all of them move together, or a gap would open.
 *
 * @param path the column's fact
 */
record Bound(String path, BigDecimal value, List<String> cells) {
    Bound {
        cells = List.copyOf(cells);
    }
}
