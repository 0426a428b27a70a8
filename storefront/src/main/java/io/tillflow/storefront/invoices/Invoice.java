package io.tillflow.storefront.invoices;

import io.tillflow.storefront.ShopSettings;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.OrderLine;
import io.tillflow.storefront.orders.OrderState;
import io.tillflow.storefront.terms.Address;
import io.tillflow.storefront.terms.Country;
import io.tillflow.storefront.terms.Discount;
import io.tillflow.storefront.terms.Totals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes the invoice of an order whose money was taken; what it says is what was agreed when it was placed. */
@Component
public class Invoice {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final ShopSettings settings;

    Invoice(ShopSettings settings) {
        this.settings = settings;
    }

    /** Money is taken when the parcel leaves. */
    public static boolean exists(Order order) {
        return order.state().away() || order.state() == OrderState.COMPLETED;
    }

    /** A PDF. */
    public byte[] of(Order order) {
        try (Sheet sheet = new Sheet("Invoice " + order.number())) {
            sheet.heading("Ullmere");
            sheet.text(settings.publicUrl("/"));
            sheet.gap(20);
            address(sheet, order.details().billing());
            sheet.gap(20);
            sheet.heading("Invoice " + order.number());
            sheet.row("Ordered on", DAY.format(order.placedAt().atZone(settings.zone())));
            sheet.gap(8);
            sheet.rule();
            for (OrderLine line : order.lines()) {
                sheet.row(
                        line.quantity() + " × " + line.name() + ", " + line.variant() + " (" + line.sku() + "), "
                                + Money.text(line.unitPrice()) + " each",
                        Money.text(line.total()));
            }
            sums(sheet, order.totals());
            return sheet.finished();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sums(Sheet sheet, Totals totals) throws IOException {
        for (Discount discount : totals.discounts()) {
            sheet.row(discount.title(), Money.text(-discount.amount()));
        }
        sheet.row("Delivery", Money.text(totals.deliveryPrice()));
        sheet.rule();
        sheet.row("Total", Money.text(totals.total()));
        sheet.row("of which " + totals.taxPercent() + " % VAT", Money.text(totals.tax()));
        sheet.row("Before VAT", Money.text(totals.total() - totals.tax()));
        sheet.gap(20);
        sheet.text("Paid by card when the parcel left.");
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
