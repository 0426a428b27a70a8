package io.tillflow.storefront.checkout;

import io.tillflow.storefront.cart.BoughtCarts;
import io.tillflow.storefront.cart.CartLine;
import io.tillflow.storefront.cart.Carts;
import io.tillflow.storefront.catalogue.Item;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.language.Language;
import io.tillflow.storefront.orders.Customers;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.OrderFacts;
import io.tillflow.storefront.orders.OrderIntake;
import io.tillflow.storefront.orders.OrderLine;
import io.tillflow.storefront.orders.OrderState;
import io.tillflow.storefront.orders.Orders;
import io.tillflow.storefront.orders.Parcel;
import io.tillflow.storefront.orders.StockState;
import io.tillflow.storefront.payments.PaymentLink;
import io.tillflow.storefront.promotions.Promotions;
import io.tillflow.storefront.stock.Movement.Kind;
import io.tillflow.storefront.stock.Need;
import io.tillflow.storefront.stock.Stock;
import io.tillflow.storefront.stock.Stock.Cause;
import io.tillflow.storefront.terms.Country;
import io.tillflow.storefront.terms.Delivery;
import io.tillflow.storefront.terms.DeliveryDay;
import io.tillflow.storefront.terms.Details;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The transaction that turns a hold into a reservation and writes the order beside its event. */
@Component
class WriteOrder {
    private final Stock stock;
    private final Carts carts;
    private final Shelf shelf;
    private final Quote quote;
    private final DeliveryDay deliveryDay;
    private final Customers customers;
    private final Orders orders;
    private final OrderIntake intake;
    private final Promotions promotions;
    private final BoughtCarts bought;
    private final Clock clock;

    WriteOrder(
            Stock stock,
            Carts carts,
            Shelf shelf,
            Quote quote,
            DeliveryDay deliveryDay,
            Customers customers,
            Orders orders,
            OrderIntake intake,
            Promotions promotions,
            BoughtCarts bought,
            Clock clock) {
        this.stock = stock;
        this.carts = carts;
        this.shelf = shelf;
        this.quote = quote;
        this.deliveryDay = deliveryDay;
        this.customers = customers;
        this.orders = orders;
        this.intake = intake;
        this.promotions = promotions;
        this.bought = bought;
        this.clock = clock;
    }

    Order write(Checkout checkout, Optional<PaymentLink> payment) {
        stock.lock(checkout.needs().stream().map(Need::sku).toList());
        stock.move(Kind.HOLD_RESERVED, checkout.needs(), new Cause(checkout.orderId(), checkout.id(), null));
        Order order = order(checkout, payment);
        intake.accept(order);
        promotions.used(checkout.discounts(), order.id(), order.details().email());
        carts.remove(
                checkout.cartId(),
                checkout.lines().stream()
                        .map(l -> new CartLine(l.sku(), l.quantity(), l.unitPrice(), checkout.currency()))
                        .toList());
        bought.tell(checkout.cartId(), order.id(), order.worth());
        return order;
    }

    private Order order(Checkout checkout, Optional<PaymentLink> payment) {
        Details details = Objects.requireNonNull(checkout.details());
        Customers.Past customer = customers.ofEmail(details.email());
        Country country = Country.of(details.shipping().country()).orElseThrow();
        return new Order(
                checkout.orderId(),
                orders.nextNumber(),
                checkout.id(),
                customer.id(),
                checkout.orderToken(),
                checkout.channel(),
                OrderState.PLACED,
                null,
                checkout.currency(),
                checkout.inBase(),
                quote.of(checkout),
                new OrderFacts(
                        details.delivery() == Delivery.EXPRESS,
                        customer.orders() == 0,
                        details.addressMismatch(),
                        customer.declines()),
                details,
                deliveryDay.of(country, details.delivery(), quote.terms(checkout)),
                payment.map(PaymentLink::id).orElse(null),
                payment.map(PaymentLink::url).orElse(null),
                new Parcel(null, null, null),
                StockState.RESERVED,
                null,
                null,
                clock.instant(),
                Language.current(),
                lines(checkout));
    }

    private List<OrderLine> lines(Checkout checkout) {
        return checkout.lines().stream().map(this::line).toList();
    }

    private OrderLine line(Checkout.Line line) {
        Item item = shelf.item(line.sku()).orElseThrow();
        return new OrderLine(
                line.sku(),
                item.product().slug(),
                item.name(),
                item.variant().label(),
                item.variant().picture(),
                line.quantity(),
                line.unitPrice(),
                item.variant().weightGrams());
    }
}
