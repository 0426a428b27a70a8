package io.tillflow.connectors.commerce.rest;

import io.tillflow.connectors.commerce.AllocationResult.Missing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.HttpClientErrorException;

/** The shop's reason for a 409. */
record ConflictProblem(@Nullable String type, @Nullable List<Missing> missing) {
    static ConflictProblem of(HttpClientErrorException.Conflict conflict) {
        ConflictProblem problem = conflict.getResponseBodyAs(ConflictProblem.class);
        return problem == null ? new ConflictProblem(null, null) : problem;
    }

    /** The last word of the problem's type, which may be a whole address. */
    String kind() {
        return type == null ? "" : type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf(':')) + 1);
    }

    List<Missing> missingArticles() {
        return missing == null ? List.of() : missing;
    }

    IllegalStateException unexpected(String expected) {
        return new IllegalStateException("expected a conflict of type " + expected + ", but the shop said " + type);
    }
}
