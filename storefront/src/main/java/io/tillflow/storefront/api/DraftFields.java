package io.tillflow.storefront.api;

import io.tillflow.storefront.cart.Carts;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.checkout.DetailsForm;
import io.tillflow.storefront.drafts.Draft;
import io.tillflow.storefront.drafts.Draft.Content;
import io.tillflow.storefront.language.Language;
import io.tillflow.storefront.money.Currencies;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.money.OtherCurrency;
import io.tillflow.storefront.orders.Orders;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads drafts as they are sent, and says what cannot be kept; an address may be incomplete until it is placed. */
@Component
class DraftFields {
    private static final int MOST_LINES = 100;
    private static final int LONGEST_NOTE = 2_000;
    private static final int LONGEST_FIELD = 254;
    private static final int LONGEST_NAME = 100;
    private static final long MOST_MONEY = 100_000_000;

    private final Shelf shelf;
    private final Orders orders;
    private final Currencies currencies;

    DraftFields(Shelf shelf, Orders orders, Currencies currencies) {
        this.shelf = shelf;
        this.orders = orders;
        this.currencies = currencies;
    }

    /** A line as sent. */
    record Line(@Nullable String sku, @Nullable Integer quantity) {}

    /**
     * A draft as sent.
     *
     * @param customerId whose last address it begins with
     * @param currency the shop's own when left out
     * @param discount in minor units
     */
    record Asked(
            @Nullable UUID id,
            @Nullable String by,
            @Nullable Integer revision,
            @Nullable String language,
            @Nullable String currency,
            @Nullable UUID customerId,
            @Nullable List<Line> lines,
            @Nullable DetailsForm details,
            @Nullable Long discount,
            @Nullable String note) {}

    String author(Asked asked) {
        String name = asked.by() == null ? "" : asked.by().strip();
        if (name.length() > LONGEST_NAME) {
            throw ShopProblem.invalid("by", "At most " + LONGEST_NAME + " characters.");
        }
        return name;
    }

    Content content(Asked asked) {
        long discount = asked.discount() == null ? 0 : asked.discount();
        if (discount < 0 || discount > MOST_MONEY) {
            throw ShopProblem.invalid("discount", "An amount from 0 to " + MOST_MONEY + " cents.");
        }
        String note = asked.note() == null ? "" : asked.note().strip();
        if (note.length() > LONGEST_NOTE) {
            throw ShopProblem.invalid("note", "At most " + LONGEST_NOTE + " characters.");
        }
        Language language = Language.of(asked.language() == null ? "en" : asked.language())
                .orElseThrow(() -> ShopProblem.invalid("language", "One of en and de."));
        String currency = asked.currency() == null ? Money.BASE : asked.currency();
        if (!currencies().contains(currency)) {
            throw ShopProblem.invalid("currency", "One of " + String.join(", ", currencies()) + ".");
        }
        return new Content(language, currency, lines(asked.lines()), details(asked), discount, note);
    }

    /** What may be chosen now, the shop's own first. */
    List<String> currencies() {
        return Stream.concat(
                        Stream.of(Money.BASE),
                        currencies.others().stream()
                                .filter(OtherCurrency::offered)
                                .map(OtherCurrency::code)
                                .filter(shelf::isPricedIn))
                .toList();
    }

    private List<Draft.Line> lines(@Nullable List<Line> sent) {
        List<Line> lines = sent == null ? List.of() : sent;
        if (lines.size() > MOST_LINES) {
            throw ShopProblem.invalid("lines", "At most " + MOST_LINES + " lines.");
        }
        Set<String> seen = new HashSet<>();
        return lines.stream().map(line -> line(line, seen)).toList();
    }

    private Draft.Line line(@Nullable Line line, Set<String> seen) {
        if (line == null || line.sku() == null || shelf.item(line.sku()).isEmpty()) {
            throw ShopProblem.invalid("lines", "There is no article " + (line == null ? null : line.sku()) + ".");
        }
        if (!seen.add(line.sku())) {
            throw ShopProblem.invalid("lines", line.sku() + " is there twice: make it one line.");
        }
        Integer quantity = line.quantity();
        if (quantity == null || quantity < 1 || quantity > Carts.MOST) {
            throw ShopProblem.invalid("lines", "Of " + line.sku() + " from 1 to " + Carts.MOST + ".");
        }
        return new Draft.Line(line.sku(), quantity);
    }

    private DetailsForm details(Asked asked) {
        DetailsForm details = asked.details();
        if (details == null && asked.customerId() != null) {
            return orders.latestDetails(asked.customerId())
                    .map(DetailsForm::of)
                    .orElseThrow(() -> ShopProblem.invalid("customerId", "Nobody with an order has this id."));
        }
        DetailsForm form = details == null ? new DetailsForm(null, null, null, null) : details;
        texts(form).filter(text -> text.length() > LONGEST_FIELD).findFirst().ifPresent(tooLong -> {
            throw ShopProblem.invalid("details", "A field holds at most " + LONGEST_FIELD + " characters.");
        });
        return form;
    }

    private static Stream<String> texts(DetailsForm form) {
        DetailsForm.Contact contact = Optional.ofNullable(form.contact()).orElse(new DetailsForm.Contact(null, null));
        return Stream.concat(
                        Stream.of(contact.email(), contact.phone(), form.delivery()),
                        Stream.concat(texts(form.shipping()), texts(form.billing())))
                .filter(Objects::nonNull);
    }

    private static Stream<@Nullable String> texts(DetailsForm.@Nullable AddressForm a) {
        return a == null
                ? Stream.empty()
                : Stream.of(a.name(), a.street(), a.extra(), a.postcode(), a.town(), a.country());
    }
}
