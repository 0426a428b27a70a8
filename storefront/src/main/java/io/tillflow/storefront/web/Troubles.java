package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.database.Unstorable;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Pages for when there is no page. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class Troubles {
    private static final Logger log = LoggerFactory.getLogger(Troubles.class);

    private final Shells shells;
    private final Templates templates;

    Troubles(Shells shells, Templates templates) {
        this.shells = shells;
        this.templates = templates;
    }

    @ExceptionHandler({
        NotHere.class,
        NoResourceFoundException.class,
        NoHandlerFoundException.class,
        MethodArgumentTypeMismatchException.class,
        MissingServletRequestParameterException.class
    })
    ResponseEntity<byte[]> notHere(HttpServletRequest request) {
        return trouble(request, HttpStatus.NOT_FOUND, say("shop.noShelf"), say("shop.noShelfWhat"));
    }

    @ExceptionHandler
    ResponseEntity<?> notSignedIn(NotSignedIn e, HttpServletRequest request) {
        boolean comesBack = "GET".equals(request.getMethod());
        return AccountEntry.to("/account/sign-in" + (comesBack ? "?next=" + request.getRequestURI() : ""))
                .build();
    }

    @ExceptionHandler
    ResponseEntity<byte[]> notLikeThat(HttpRequestMethodNotSupportedException e, HttpServletRequest request) {
        return trouble(request, HttpStatus.METHOD_NOT_ALLOWED, say("shop.notLikeThat"), say("shop.notThisWay"));
    }

    /** More fields or addresses than anybody fills in, or some that are no text. */
    @ExceptionHandler
    ResponseEntity<byte[]> notReadable(InvalidParameterException e, HttpServletRequest request) {
        HttpStatus said = HttpStatus.resolve(e.getErrorCode());
        HttpStatus status = said != null && said.is4xxClientError() ? said : HttpStatus.BAD_REQUEST;
        return trouble(request, status, say("shop.didntWork"), say("shop.noSense"));
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        QueryTimeoutException.class,
        CannotCreateTransactionException.class,
        TransactionSystemException.class
    })
    ResponseEntity<byte[]> databaseAway(Exception e, HttpServletRequest request) {
        log.warn("the database is away: {}", e.getMessage());
        return away(request);
    }

    /** This page asks again by itself, so whoever waits is let in as soon as it works. */
    ResponseEntity<byte[]> away(HttpServletRequest request) {
        return trouble(request, HttpStatus.SERVICE_UNAVAILABLE, say("shop.backSoon"), say("shop.backSoonWhat"));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> paymentsAway(SandboxProxy.PaymentsAway e, HttpServletRequest request) {
        log.warn("the payment page is away: {}", e.getMessage());
        return trouble(request, HttpStatus.SERVICE_UNAVAILABLE, say("shop.paymentsAway"), say("shop.paymentsAwayWhat"));
    }

    @ExceptionHandler({AsyncRequestNotUsableException.class, AsyncRequestTimeoutException.class, IOException.class})
    void closed() {
        // the shopper closed the page while it was being sent
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unexpected(Exception e, HttpServletRequest request) {
        if (Unstorable.causes(e)) {
            return notHere(request);
        }
        if (e instanceof ErrorResponse refused && refused.getStatusCode().is4xxClientError()) {
            HttpStatus status = HttpStatus.valueOf(refused.getStatusCode().value());
            return trouble(request, status, say("shop.notLikeThat"), say("shop.notThisWay"));
        }
        log.error("a page failed", e);
        return trouble(request, HttpStatus.INTERNAL_SERVER_ERROR, say("shop.ourSide"), say("shop.ourSideWhat"));
    }

    static ResponseEntity<byte[]> problem(HttpStatus status, String text) {
        String json = "{\"status\":%d,\"title\":\"%s\",\"detail\":\"%s\"}"
                .formatted(status.value(), status.getReasonPhrase(), text);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(json.getBytes(StandardCharsets.UTF_8));
    }

    private ResponseEntity<byte[]> trouble(
            HttpServletRequest request, HttpStatus status, String headline, String text) {
        if (request.getRequestURI().startsWith("/api/")) {
            return problem(status, text);
        }
        boolean again = status == HttpStatus.SERVICE_UNAVAILABLE && "GET".equals(request.getMethod());
        byte[] page = templates.render(
                "message",
                Map.of("shell", shells.of(request, headline), "headline", headline, "text", text, "again", again));
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
                .header(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (again) {
            answer.header("Refresh", "5");
        }
        return answer.body(page);
    }
}
