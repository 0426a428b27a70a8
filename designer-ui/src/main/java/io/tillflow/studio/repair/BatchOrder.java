package io.tillflow.studio.repair;

import io.tillflow.studio.repair.Batch.Kind;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is to be done to many instances.
 *
 * @param filter which ones, as the parameters of the list's address: {@code state=incident&process=order-fulfilment}
 * @param variables for {@link Kind#SET_VARIABLES}: set in each instance before what failed is retried
 * @param from for {@link Kind#MOVE}: the element whose tokens go
 * @param to for {@link Kind#MOVE}: where they go; for {@link Kind#MIGRATE}: the key of the version they go on in, the newest when absent; none goes back to an older one
 */
public record BatchOrder(
        Kind kind,
        String filter,
        @Nullable ObjectNode variables,
        @Nullable String from,
        @Nullable String to) {

    public BatchOrder {
        if (kind == null) {
            throw new IllegalArgumentException(
                    "expected a kind: RETRY, SET_VARIABLES, CANCEL, MOVE, MIGRATE or DELETE");
        }
        filter = filter == null ? "" : filter;
        if (filter.isBlank()) {
            throw new IllegalArgumentException(
                    "expected a filter such as state=incident; without one it would be every instance there is");
        }
        if (kind == Kind.SET_VARIABLES && (variables == null || variables.isEmpty())) {
            throw new IllegalArgumentException("expected variables to set");
        }
        if (kind == Kind.MOVE && (from == null || from.isBlank() || to == null || to.isBlank())) {
            throw new IllegalArgumentException("expected from and to, the ids of two elements");
        }
        if (kind == Kind.MIGRATE && to != null && !to.matches("\\d{1,18}|")) {
            throw new IllegalArgumentException("expected to be the key of a process version, but it is \"" + to + "\"");
        }
    }

    /** The version that instances are to go on in, where one is named. */
    OptionalLong target() {
        return kind == Kind.MIGRATE && to != null && !to.isEmpty()
                ? OptionalLong.of(Long.parseLong(to))
                : OptionalLong.empty();
    }
}
