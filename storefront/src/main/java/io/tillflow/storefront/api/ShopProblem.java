package io.tillflow.storefront.api;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Something a caller asked that cannot be; becomes an RFC 9457 answer. */
public class ShopProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemDetail body;

    ShopProblem(HttpStatus status, String type, String detail) {
        super(detail);
        body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(URI.create(type));
    }

    ShopProblem with(String property, List<?> values) {
        body.setProperty(property, values);
        return this;
    }

    ProblemDetail body() {
        return body;
    }

    static ShopProblem invalid(String field, String what) {
        return new ShopProblem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "Some fields need another look.")
                .with("errors", List.of(new FieldError(field, what)));
    }

    static ShopProblem needed(String field) {
        return invalid(field, "This is needed.");
    }

    static ShopProblem notFound(String what) {
        return new ShopProblem(HttpStatus.NOT_FOUND, "not-found", "There is no such " + what + ".");
    }
}
