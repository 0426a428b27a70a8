package io.tillflow.storefront.invoices;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.ShopSettings;
import io.tillflow.storefront.language.Dates;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.OrderEvent;
import io.tillflow.storefront.orders.OrderLine;
import io.tillflow.storefront.orders.OrderState;
import io.tillflow.storefront.pictures.Logos;
import io.tillflow.storefront.profile.Profiles;
import io.tillflow.storefront.profile.ShopProfile;
import io.tillflow.storefront.profile.ShopProfile.TaxNumbers;
import io.tillflow.storefront.terms.Address;
import io.tillflow.storefront.terms.Country;
import io.tillflow.storefront.terms.Discount;
import io.tillflow.storefront.terms.Totals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Writes the invoice of an order whose money was taken: what it says is what was agreed when it was placed, and who writes it is who
 * ran the shop when the parcel left, however often it is read and whatever the shop says of itself by then.
 */
@Component
public class Invoice {
    private final ShopSettings settings;
    private final Profiles profiles;
    private final Logos logos;

    Invoice(ShopSettings settings, Profiles profiles, Logos logos) {
        this.settings = settings;
        this.profiles = profiles;
        this.logos = logos;
    }

    /** Money is taken when the parcel leaves. */
    public static boolean exists(Order order) {
        return order.state().away() || order.state() == OrderState.COMPLETED;
    }

    /** A PDF, in the language and the currency of the order. */
    public byte[] of(Order order, List<OrderEvent> history) {
        Instant issued = issuedAt(order, history);
        ShopProfile shop = profiles.at(issued);
        Optional<byte[]> logo = logos.at(issued);
        return Money.in(order.currency(), () -> order.language().speaking(() -> write(order, shop, logo)));
    }

    private static Instant issuedAt(Order order, List<OrderEvent> history) {
        return history.stream()
                .filter(it -> it.state().away())
                .map(OrderEvent::at)
                .min(Comparator.naturalOrder())
                .orElse(order.placedAt());
    }

    private byte[] write(Order order, ShopProfile shop, Optional<byte[]> logo) {
        String title = say("order.invoiceTitle", order.number());
        try (Sheet sheet = new Sheet(title)) {
            if (logo.isPresent()) {
                sheet.picture(logo.get());
            }
            from(sheet, order, shop);
            sheet.gap(20);
            address(sheet, order.details().billing());
            sheet.gap(20);
            sheet.heading(title);
            sheet.row(
                    say("order.orderedOn"),
                    Dates.of(order.language()).date().format(order.placedAt().atZone(settings.zone())));
            sheet.gap(8);
            sheet.rule();
            for (OrderLine line : order.lines()) {
                String price = Money.text(line.unitPrice());
                sheet.row(
                        say("order.linePriced", line.quantity(), line.name(), line.variant(), line.sku(), price),
                        Money.text(line.total()));
            }
            sums(sheet, order);
            return sheet.finished();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who writes it. */
    private void from(Sheet sheet, Order order, ShopProfile shop) throws IOException {
        sheet.heading(shop.name());
        if (!shop.company().name().isBlank()) {
            sheet.text(String.join(", ", shop.company().lines()));
        }
        sheet.text(settings.publicUrl(order.language().path("/")));
        TaxNumbers tax = shop.tax();
        for (String line : List.of(
                tax.vatId().isBlank() ? "" : say("order.vatId", tax.vatId()),
                tax.taxNumber().isBlank() ? "" : say("order.taxNumber", tax.taxNumber()),
                tax.register())) {
            if (!line.isBlank()) {
                sheet.text(line);
            }
        }
    }

    private static void sums(Sheet sheet, Order order) throws IOException {
        Totals totals = order.totals();
        for (Discount discount : totals.discounts()) {
            sheet.row(discount.title(), Money.text(-discount.amount()));
        }
        sheet.row(say("shop.delivery"), Money.text(totals.deliveryPrice()));
        sheet.rule();
        sheet.row(say("order.total"), Money.text(totals.total()));
        sheet.row(say("cart.vat", totals.taxPercent()), Money.text(totals.tax()));
        if (!order.currency().equals(Money.BASE)) {
            // the tax must be named in the currency it is paid in (Council Directive 2006/112/EC, article 230)
            sheet.row(say("order.vatPaidIn", Money.BASE), Money.text(order.inBase(totals.tax()), Money.BASE));
        }
        sheet.row(say("order.beforeVat"), Money.text(totals.total() - totals.tax()));
        sheet.gap(20);
        sheet.text(say("order.paidByCard"));
    }

    private static void address(Sheet sheet, Address to) throws IOException {
        String country = Country.of(to.country()).map(Country::title).orElse(to.country());
        for (String line : Stream.of(to.name(), to.street(), to.extra(), to.postcode() + " " + to.town(), country)
                .filter(line -> !line.isBlank())
                .toList()) {
            sheet.text(line);
        }
    }
}
