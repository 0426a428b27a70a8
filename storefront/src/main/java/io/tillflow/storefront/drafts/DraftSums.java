package io.tillflow.storefront.drafts;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.catalogue.Item;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.checkout.Checkout;
import io.tillflow.storefront.checkout.DetailsCheck;
import io.tillflow.storefront.checkout.DetailsForm;
import io.tillflow.storefront.checkout.FieldProblem;
import io.tillflow.storefront.checkout.Quote;
import io.tillflow.storefront.drafts.Draft.Content;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.promotions.GrantPromotions;
import io.tillflow.storefront.stock.StockBooks;
import io.tillflow.storefront.stock.StockLevel;
import io.tillflow.storefront.terms.Country;
import io.tillflow.storefront.terms.Delivery;
import io.tillflow.storefront.terms.Discount;
import io.tillflow.storefront.terms.Terms;
import io.tillflow.storefront.terms.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a draft would cost now, and what keeps it from being placed. */
@Component
public class DraftSums {
    private static final String AGREED = "agreed";

    private final Shelf shelf;
    private final Quote quote;
    private final GrantPromotions promotions;
    private final StockBooks books;
    private final Terms terms;

    DraftSums(Shelf shelf, Quote quote, GrantPromotions promotions, StockBooks books, Terms terms) {
        this.shelf = shelf;
        this.quote = quote;
        this.promotions = promotions;
        this.books = books;
        this.terms = terms;
    }

    /** A line as it stands now; one whose article is no longer sold costs nothing and has no name. */
    public record Line(
            String sku, String name, String variant, int quantity, long unitPrice, long total, int available) {}

    /** All of it. */
    public record Sums(List<Line> lines, Totals totals, List<FieldProblem> problems) {}

    public Sums of(Content content) {
        return Money.in(content.currency(), () -> sums(content));
    }

    private Sums sums(Content content) {
        Map<String, StockLevel> levels =
                books.levels(content.lines().stream().map(Draft.Line::sku).toList());
        List<Line> lines = content.lines().stream()
                .map(line -> line(line, levels.get(line.sku())))
                .toList();
        Totals totals = totals(content);
        List<FieldProblem> problems = new ArrayList<>();
        if (lines.isEmpty()) {
            problems.add(new FieldProblem("lines", say("words.draftEmpty")));
        }
        lines.stream().map(DraftSums::missing).flatMap(Optional::stream).forEach(problems::add);
        long off = totals.discounts().stream()
                .filter(it -> it.promotion().equals(AGREED))
                .mapToLong(Discount::amount)
                .sum();
        if (!lines.isEmpty() && off < content.discount()) {
            problems.add(new FieldProblem("discount", say("words.draftDiscount", Money.text(off))));
        } else if (!lines.isEmpty() && totals.total() < 1) {
            problems.add(new FieldProblem("discount", say("words.draftNothingToPay")));
        }
        problems.addAll(DetailsCheck.check(content.details(), terms.now()).problems());
        return new Sums(lines, totals, problems);
    }

    /** What its order costs, which may have been changed since; nothing keeps it from being placed. */
    public static Sums of(Order order) {
        return new Sums(
                order.lines().stream()
                        .map(it -> new Line(
                                it.sku(), it.name(), it.variant(), it.quantity(), it.unitPrice(), it.total(), 0))
                        .toList(),
                order.totals(),
                List.of());
    }

    /** What staff agreed on, as the order and its letters name it. */
    static Optional<Discount> agreed(Content content) {
        return content.discount() == 0
                ? Optional.empty()
                : Optional.of(new Discount(AGREED, say("cart.agreed"), content.discount(), false));
    }

    /** Where something can be sent now. */
    public List<Country> countries() {
        return terms.now().countries();
    }

    long price(String sku) {
        return shelf.item(sku).map(item -> item.variant().price()).orElse(0L);
    }

    private Totals totals(Content content) {
        List<Checkout.Line> sold = content.lines().stream()
                .filter(line -> shelf.item(line.sku()).isPresent())
                .map(line -> new Checkout.Line(line.sku(), line.quantity(), price(line.sku())))
                .toList();
        List<Discount> discounts = new ArrayList<>(
                promotions.preview(quote.basket(sold), List.of(), null).discounts());
        long left =
                sold.stream().mapToLong(it -> it.quantity() * it.unitPrice()).sum()
                        - discounts.stream().mapToLong(Discount::amount).sum();
        agreed(content).map(it -> it.upTo(left)).ifPresent(discounts::add);
        DetailsForm.AddressForm to = content.details().shipping();
        Country country = Optional.ofNullable(to)
                .map(DetailsForm.AddressForm::country)
                .flatMap(Country::of)
                .orElseGet(() -> terms.now().home());
        Delivery delivery = delivery(content.details().delivery());
        return quote.of(sold, country, delivery, discounts);
    }

    private static Delivery delivery(@Nullable String code) {
        return Optional.ofNullable(code).flatMap(Delivery::of).orElse(Delivery.STANDARD);
    }

    private Line line(Draft.Line line, @Nullable StockLevel level) {
        Optional<Item> item = shelf.item(line.sku());
        long price = price(line.sku());
        return new Line(
                line.sku(),
                item.map(Item::name).orElse(""),
                item.map(it -> it.variant().label()).orElse(""),
                line.quantity(),
                price,
                price * line.quantity(),
                level == null ? 0 : Math.max(0, level.available()));
    }

    private static Optional<FieldProblem> missing(Line line) {
        if (line.name().isEmpty()) {
            return Optional.of(new FieldProblem("lines", say("words.draftGone", line.sku())));
        }
        return line.available() < line.quantity()
                ? Optional.of(
                        new FieldProblem("lines", say("words.draftTooFew", line.name(), line.sku(), line.available())))
                : Optional.empty();
    }
}
