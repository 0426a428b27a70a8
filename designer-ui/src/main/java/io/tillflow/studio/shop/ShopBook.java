package io.tillflow.studio.shop;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the shop knows; who shows it has made sure who looks. */
@Service
public class ShopBook {
    private static final int ROWS = 50;

    private final ShopWire wire;

    ShopBook(ShopWire wire) {
        this.wire = wire;
    }

    /**
     * A part of a list.
     *
     * @param next where it goes on; null at its end
     */
    record Page<T>(List<T> items, @Nullable String next) {}

    private record Orders(List<ListedOrder> items, @Nullable String next) {}

    private record Questions(
            List<Conversation.Question> items, @Nullable String next) {}

    private record Products(List<StockRow> items, @Nullable String next) {}

    private record Customers(List<Customer> items, @Nullable String next) {}

    private record Reviews(List<Review> items, @Nullable String next) {}

    /** @param id of a question */
    public Conversation conversation(String id) {
        return wire.get("/admin/support/" + UUID.fromString(id), Conversation.class);
    }

    /** The newest first; {@code after} and {@code state} are empty for the beginning and for all. */
    Page<Conversation.Question> questions(String state, String after) {
        Questions page = wire.get(list("support", after) + filter("state", state), Questions.class);
        return new Page<>(page.items(), page.next());
    }

    Page<ListedOrder> orders(String words, String state, String after) {
        Orders page = wire.get(list("orders", after) + filter("q", words) + filter("state", state), Orders.class);
        return new Page<>(page.items(), page.next());
    }

    ShopOrder order(String id) {
        return wire.get("/admin/orders/" + UUID.fromString(id), ShopOrder.class);
    }

    /** In the order of the shelves. */
    Page<StockRow> products(String words, String after) {
        Products page = wire.get(list("products", after) + filter("q", words), Products.class);
        return new Page<>(page.items(), page.next());
    }

    StockRow.Known product(String sku) {
        return wire.get("/admin/products/" + encoded(sku), StockRow.Known.class);
    }

    /** By their address. */
    Page<Customer> customers(String words, String after) {
        Customers page = wire.get(list("customers", after) + filter("q", words), Customers.class);
        return new Page<>(page.items(), page.next());
    }

    Customer.Known customer(String id) {
        return wire.get("/admin/customers/" + UUID.fromString(id), Customer.Known.class);
    }

    /** In the order they were written. */
    Page<Review> reviews(String state, String after) {
        Reviews page = wire.get(list("reviews", after) + filter("state", state), Reviews.class);
        return new Page<>(page.items(), page.next());
    }

    private static String list(String name, String after) {
        return "/admin/" + name + "?limit=" + ROWS + filter("after", after);
    }

    private static String filter(String name, String value) {
        return value.isBlank() ? "" : "&" + name + "=" + encoded(value.strip());
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
