package io.tillflow.connectors.workers;

import io.tillflow.connectors.commerce.CartReminder;
import io.tillflow.connectors.messaging.letter.Letter;
import io.tillflow.connectors.provider.Money;
import io.tillflow.connectors.settings.ConnectorsSettings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes a letter of what the shop knows about a cart that somebody left. */
@Component
class CartLetters {
    private static final String TEMPLATE = "cart-reminder";

    private final ConnectorsSettings settings;

    CartLetters(ConnectorsSettings settings) {
        this.settings = settings;
    }

    Letter letter(String id, CartReminder known) {
        Map<String, String> facts = Map.of(
                "cartUrl",
                settings.shopPublicUrl() + known.cartPath(),
                Letter.STOP_URL,
                settings.shopPublicUrl() + known.stopPath());
        return new Letter(TEMPLATE, known.language(), id, known.email(), facts, lines(known));
    }

    private static List<Letter.Line> lines(CartReminder known) {
        Locale locale = Locale.forLanguageTag(known.language());
        return known.lines().stream()
                .map(line -> new Letter.Line(
                        line.name(), line.quantity(), new Money(line.total(), known.currency()).text(locale)))
                .toList();
    }
}
