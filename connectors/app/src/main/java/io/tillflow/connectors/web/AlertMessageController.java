package io.tillflow.connectors.web;

import io.tillflow.connectors.jobs.OutwardSwitch;
import io.tillflow.connectors.messaging.Handover;
import io.tillflow.connectors.messaging.Letters;
import io.tillflow.connectors.messaging.ShortMessages;
import io.tillflow.connectors.messaging.letter.Letter;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.NotSetUp;
import io.tillflow.connectors.provider.OutcomeUnknown;
import io.tillflow.connectors.secrets.SecretName;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tells staff of an alert of the studio, by letter or in a chat: once for each alert, however often it is asked to. */
@RestController
class AlertMessageController {

    private static final String TEMPLATE = "alert";

    private final Letters letters;
    private final ShortMessages chat;
    private final OutwardSwitch outward;

    AlertMessageController(Letters letters, @Qualifier("chat") ShortMessages chat, OutwardSwitch outward) {
        this.letters = letters;
        this.chat = chat;
        this.outward = outward;
    }

    /**
     * What to tell, either to an address or in a chat.
     *
     * @param alert its number in the studio
     * @param to an e-mail address
     * @param chat the secret that holds the address of the chat's webhook
     * @param what happened, as a sentence without its full stop
     */
    record Asked(
            long alert,
            @Nullable String to,
            @Nullable String chat,
            @Nullable String rule,
            @Nullable String what,
            @Nullable String url) {

        String text() {
            return "Alert: " + given("rule", rule) + "\n" + given("what", what) + ".\n" + given("url", url);
        }

        EffectKey key(String step) {
            return new EffectKey("alert-" + alert + "/" + step + "/1");
        }

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
        Supplier<Handover> handover = handover(asked);
        outward.check("messaging.alert");
        return switch (handover.get()) {
            case Handover.Accepted ignored -> ResponseEntity.ok(new Written("SENT"));
            case Handover.Withheld withheld ->
                problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "the address is on the suppression list: " + withheld.reason());
            case Handover.Refused refused ->
                problem(HttpStatus.UNPROCESSABLE_CONTENT, "it was not taken: " + refused.reason());
        };
    }

    private Supplier<Handover> handover(Asked asked) {
        String secret = asked.chat();
        if ((asked.to() == null) == (secret == null)) {
            throw new IllegalArgumentException("either to or chat must be given");
        }
        return secret == null ? letter(asked) : post(asked, secret);
    }

    private Supplier<Handover> letter(Asked asked) {
        Letter letter = asked.letter();
        return () -> letters.send(letter, asked.key("write"));
    }

    private Supplier<Handover> post(Asked asked, String secret) {
        String webhook = new SecretName(secret).placeholder();
        String text = asked.text();
        return () -> chat.send(webhook, text, asked.key("post"));
    }

    /** The secret is missing, or holds no chat's address. */
    @ExceptionHandler
    ResponseEntity<?> unusable(NotSetUp unusable) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(unusable.getMessage()));
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
