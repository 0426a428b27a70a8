package io.tillflow.connectors.commerce.rest;

import io.tillflow.connectors.commerce.AllocationResult.Missing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.HttpClientErrorException;

/** The shop's reason for a 409. */
record ConflictProblem(@Nullable String type, @Nullable List<Missing> missing) {
    /** Reads the problem, and insists that it is the expected one. */
    static ConflictProblem of(HttpClientErrorException.Conflict conflict, String expected) {
        ConflictProblem problem = conflict.getResponseBodyAs(ConflictProblem.class);
        String type = problem == null ? null : problem.type();
        if (problem == null || type == null || !type.endsWith(expected)) {
            throw new IllegalStateException("expected a conflict of type " + expected + ", but the shop said " + type);
        }
        return problem;
    }
}
