package io.tillflow.connectors.web;

import io.tillflow.connectors.jobs.OutwardSwitch;
import io.tillflow.connectors.messaging.Email;
import io.tillflow.connectors.messaging.Handover;
import io.tillflow.connectors.messaging.MailServer;
import io.tillflow.connectors.messaging.SuppressionList;
import io.tillflow.connectors.provider.OutcomeUnknown;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets a person see whether letters go out, without an order. */
@RestController
class TestLetterController {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;]{1,64}@[^\\s@<>,;]{1,190}");

    private final MailServer server;
    private final OutwardSwitch outward;
    private final SuppressionList suppressed;

    TestLetterController(MailServer server, OutwardSwitch outward, SuppressionList suppressed) {
        this.server = server;
        this.outward = outward;
        this.suppressed = suppressed;
    }

    record Asked(@Nullable String to) {}

    static String address(@Nullable String to) {
        if (to == null || !ADDRESS.matcher(to.strip()).matches()) {
            throw new IllegalArgumentException("to must be an e-mail address like name@example.com");
        }
        return to.strip();
    }

    record Sent(String messageId) {}

    @PostMapping("/api/v1/messaging/test")
    ResponseEntity<?> send(@RequestBody Asked asked) {
        String to = address(asked.to());
        outward.check("messaging.test");
        suppressed.why(to).ifPresent(reason -> {
            throw new IllegalArgumentException(
                    "to is on the suppression list (" + reason + "): take it off before letters go there again");
        });
        Email letter = new Email(
                "<test-" + UUID.randomUUID() + "@tillflow>",
                to,
                "A test of Tillflow's letters",
                "This letter shows that letters go out. No order is behind it.",
                "<p>This letter shows that letters go out. No order is behind it.</p>");
        return switch (server.send(letter)) {
            case Handover.Accepted ignored -> ResponseEntity.ok(new Sent(letter.messageId()));
            case Handover.Withheld withheld -> problem(HttpStatus.UNPROCESSABLE_CONTENT, withheld.reason());
            case Handover.Refused refused ->
                problem(HttpStatus.UNPROCESSABLE_CONTENT, "the mail server will not take it: " + refused.reason());
        };
    }

    @ExceptionHandler
    ResponseEntity<?> unknown(OutcomeUnknown unknown) {
        return problem(
                HttpStatus.BAD_GATEWAY,
                "nobody can tell whether the letter left: look at its recipient's before you send another ("
                        + unknown.getMessage() + ")");
    }

    private static ResponseEntity<?> problem(HttpStatus status, String detail) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail))
                .build();
    }
}
