package io.tillflow.storefront.api;

import io.tillflow.storefront.checkout.FieldProblem;

/** One entry of a problem's {@code errors}. */
record FieldError(String field, String message) {
    static FieldError of(FieldProblem problem) {
        return new FieldError(problem.field(), problem.message());
    }
}
