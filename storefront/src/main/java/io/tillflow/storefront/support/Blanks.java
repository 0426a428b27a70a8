package io.tillflow.storefront.support;

import io.tillflow.storefront.language.Dates;
import io.tillflow.storefront.language.Language;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.returns.AskReturn;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills the blanks of an answer that a table gives, with what the shop knows of the order. */
@Component
class Blanks {
    private static final Pattern BLANK = Pattern.compile("\\{(\\w+)}");

    private final AskReturn returns;

    Blanks(AskReturn returns) {
        this.returns = returns;
    }

    /** Nothing when it names what the shop does not know: such an answer must not go out. */
    Optional<String> fill(String text, Order order, Optional<Language> language) {
        Map<String, @Nullable String> facts = new HashMap<>();
        facts.put("number", order.number());
        facts.put(
                "promisedOn",
                Dates.of(language.orElse(order.language())).longDay().format(order.promisedOn()));
        facts.put("returnDays", String.valueOf(returns.daysAllowed(order)));
        facts.put("carrier", order.parcel().carrier());
        facts.put("trackingNumber", order.parcel().trackingNumber());
        boolean known = BLANK.matcher(text).results().allMatch(blank -> facts.get(blank.group(1)) != null);
        return known
                ? Optional.of(BLANK.matcher(text)
                        .replaceAll(blank -> Matcher.quoteReplacement(String.valueOf(facts.get(blank.group(1))))))
                : Optional.empty();
    }
}
