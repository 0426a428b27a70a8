package io.tillflow.storefront.api;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Something a caller asked that cannot be; becomes an RFC 9457 answer. */
public class ShopProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemDetail body;
    private final transient HttpHeaders headers = new HttpHeaders();

    ShopProblem(HttpStatus status, String type, String detail) {
        super(detail);
        body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(URI.create(type));
    }

    ShopProblem with(String property, List<?> values) {
        body.setProperty(property, values);
        return this;
    }

    ShopProblem header(String name, String value) {
        headers.set(name, value);
        return this;
    }

    HttpHeaders headers() {
        return headers;
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

    static ShopProblem outdated() {
        return new ShopProblem(HttpStatus.GONE, "outdated", "This link is used, too old or not ours.");
    }

    static ShopProblem notFound(String what) {
        return new ShopProblem(HttpStatus.NOT_FOUND, "not-found", "There is no such " + what + ".");
    }

    /** For a body whose records say themselves what is wrong with their values. */
    static ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable) {
        String why = unreadable.getMostSpecificCause() instanceof IllegalArgumentException said
                ? String.valueOf(said.getMessage())
                : "A part is missing or is of the wrong kind: every field must be there.";
        ProblemDetail body = new ShopProblem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", why).body();
        return ResponseEntity.status(body.getStatus()).body(body);
    }
}
