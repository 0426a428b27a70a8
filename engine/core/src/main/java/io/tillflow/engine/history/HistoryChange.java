package io.tillflow.engine.history;

import java.util.Set;

/**
 * What a flush of the exporter touched.
 *
 * @param everything true when the keys did not fit, or when changes may have been missed while the connection was away
 */
public record HistoryChange(Set<Long> instanceKeys, boolean everything) {

    static final HistoryChange EVERYTHING = new HistoryChange(Set.of(), true);

    public HistoryChange {
        instanceKeys = Set.copyOf(instanceKeys);
    }

    public boolean touches(long instanceKey) {
        return everything || instanceKeys.contains(instanceKey);
    }
}
