package io.tillflow.connectors.workers;

import io.tillflow.connectors.commerce.AccountLetter;
import io.tillflow.connectors.messaging.letter.Letter;
import io.tillflow.connectors.settings.ConnectorsSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes a letter of what the shop knows about an account. */
@Component
class AccountLetters {
    private final ConnectorsSettings settings;

    AccountLetters(ConnectorsSettings settings) {
        this.settings = settings;
    }

    Letter letter(String id, AccountLetter known) {
        Map<String, String> facts = new HashMap<>();
        String account = "de".equals(known.language()) ? "/de/account" : "/account";
        facts.put("shopUrl", settings.shopPublicUrl() + account);
        facts.put("hours", String.valueOf(known.hours()));
        if (!known.name().isBlank()) {
            facts.put("name", known.name());
        }
        if (known.path() != null) {
            facts.put("linkUrl", settings.shopPublicUrl() + known.path());
        }
        String language = known.language() == null ? Letter.ENGLISH : known.language();
        return new Letter(known.template(), language, id, known.email(), facts, List.of());
    }
}
