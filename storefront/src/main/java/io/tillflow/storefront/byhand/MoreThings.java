package io.tillflow.storefront.byhand;

import io.tillflow.storefront.catalogue.Item;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.OrderLine;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What staff put into an order that is placed: as the shop sells it now, in the order's currency and language. */
@Component
class MoreThings {
    private final Shelf shelf;

    MoreThings(Shelf shelf) {
        this.shelf = shelf;
    }

    /** Nothing where the shop does not sell it in this currency. */
    Optional<OrderLine> line(Order order, String sku, int quantity) {
        return Money.in(
                order.currency(),
                () -> order.language().speaking(() -> shelf.item(sku).map(item -> line(item, quantity))));
    }

    private static OrderLine line(Item item, int quantity) {
        return new OrderLine(
                item.sku(),
                item.product().slug(),
                item.name(),
                item.variant().label(),
                item.variant().picture(),
                quantity,
                item.variant().price(),
                item.variant().weightGrams());
    }
}
