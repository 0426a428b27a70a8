package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.accounts.Account;
import io.tillflow.storefront.accounts.AccountChanges;
import io.tillflow.storefront.accounts.Proven;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The password that somebody gives again before what could be misused; what the form says where it will not do. */
@Component
class OwnPassword {
    private final AccountChanges changes;
    private final Words words;

    OwnPassword(AccountChanges changes, Words words) {
        this.changes = changes;
        this.words = words;
    }

    record Refusal(HttpStatus status, String problem) {}

    Optional<Refusal> refusal(Account account, Map<String, String> typed, String field) {
        return switch (changes.prove(account, typed.getOrDefault(field, ""))) {
            case Proven.Yes yes -> Optional.empty();
            case Proven.No no ->
                Optional.of(new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, say("account.notYourPassword")));
            case Proven.Locked locked -> {
                String problem =
                        say("account.manyTries", words.time(locked.until().plusSeconds(59)));
                yield Optional.of(new Refusal(HttpStatus.TOO_MANY_REQUESTS, problem));
            }
        };
    }
}
