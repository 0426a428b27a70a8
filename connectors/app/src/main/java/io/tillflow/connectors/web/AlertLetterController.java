package io.tillflow.connectors.web;

import io.tillflow.connectors.jobs.OutwardSwitch;
import io.tillflow.connectors.messaging.Handover;
import io.tillflow.connectors.messaging.Letters;
import io.tillflow.connectors.messaging.letter.Letter;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.OutcomeUnknown;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Writes to staff about an alert of the studio: once for each alert, however often it is asked to. */
@RestController
class AlertLetterController {

    private static final String TEMPLATE = "alert";

    private final Letters letters;
    private final OutwardSwitch outward;

    AlertLetterController(Letters letters, OutwardSwitch outward) {
        this.letters = letters;
        this.outward = outward;
    }

    /**
     * What to write.
     *
     * @param alert its number in the studio
     * @param what happened, as a sentence without its full stop
     */
    record Asked(
            long alert,
            @Nullable String to,
            @Nullable String rule,
            @Nullable String what,
            @Nullable String url) {

        Letter letter() {
            Map<String, String> facts =
                    Map.of("rule", given("rule", rule), "what", given("what", what), "url", given("url", url));
            return new Letter(TEMPLATE, "alert-" + alert, TestLetterController.address(to), facts, List.of());
        }

        private static String given(String name, @Nullable String value) {
            if (value == null || value.isBlank()) {
                throw new IllegalArgumentException(name + " must be given");
            }
            return value;
        }
    }

    record Written(String state) {}

    @PostMapping("/api/v1/messaging/alerts")
    ResponseEntity<?> write(@RequestBody Asked asked) {
        Letter letter = asked.letter();
        outward.check("messaging.alert");
        return switch (letters.send(letter, new EffectKey("alert-" + asked.alert() + "/write/1"))) {
            case Handover.Accepted ignored -> ResponseEntity.ok(new Written("SENT"));
            case Handover.Withheld withheld ->
                problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "the address is on the suppression list: " + withheld.reason());
            case Handover.Refused refused ->
                problem(HttpStatus.UNPROCESSABLE_CONTENT, "the mail server will not take it: " + refused.reason());
        };
    }

    /** It may have left: it waits among the letters in doubt for a person, and is not sent again. */
    @ExceptionHandler
    ResponseEntity<?> unknown(OutcomeUnknown unknown) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(unknown.getMessage()));
    }

    private static ResponseEntity<?> problem(HttpStatus status, String detail) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail))
                .build();
    }
}
