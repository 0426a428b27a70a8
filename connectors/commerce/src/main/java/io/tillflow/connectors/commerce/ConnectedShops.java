package io.tillflow.connectors.commerce;

import io.tillflow.connectors.commerce.ForeignShop.Connection;
import io.tillflow.processes.OwnShopOnly;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The shops beside our own, by their names; an order's id begins with the name of its shop, unless it is ours. */
public final class ConnectedShops {
    /** Every shop that could be connected. */
    public static final List<String> KNOWN = List.of("shopify");

    private final Map<String, ForeignShop> shops;
    private final Runnable gate;

    /**
     * @param gate passed before each call; throws while nothing may go out
     */
    public ConnectedShops(Map<String, ForeignShop> shops, Runnable gate) {
        this.shops = Map.copyOf(shops);
        this.gate = gate;
    }

    /** Whether there is one beside our own. */
    public boolean any() {
        return !shops.isEmpty();
    }

    /** Asks each whether it answers, also while nothing may go out. */
    public Map<String, Supplier<Connection>> connections() {
        Map<String, Supplier<Connection>> connections = new TreeMap<>();
        shops.forEach((name, shop) -> connections.put(name, shop::connection));
        return connections;
    }

    /** Whose order it is; empty for our own. */
    static Optional<String> shopOf(String orderId) {
        return KNOWN.stream().filter(name -> orderId.startsWith(name + "-")).findFirst();
    }

    /** Whether it is an order of our own shop. */
    public static boolean ours(String orderId) {
        return shopOf(orderId).isEmpty();
    }

    /**
     * Nothing for orders of our own shop.
     *
     * @throws NotOffered for those of a connected one
     */
    public static void refuseForeign(String orderId, OwnShopOnly step) {
        shopOf(orderId).ifPresent(shop -> {
            throw new NotOffered(shop, step.asked() + " order " + orderId, step.why());
        });
    }

    /** The shop of an order that is not ours. */
    public ForeignShop ofOrder(String orderId) {
        return named(shopOf(orderId)
                .orElseThrow(() -> new NotOffered(
                        "the shop of order " + orderId,
                        "be a connected one",
                        "orders of our own shop go through their own automation and the studio")));
    }

    public ForeignShop named(String name) {
        ForeignShop shop = shops.get(name);
        if (shop == null) {
            throw new IllegalStateException(
                    "expected the shop " + name + " to be connected, but it is not: set TILLFLOW_"
                            + name.toUpperCase(java.util.Locale.ROOT) + "_STORE");
        }
        gate.run();
        return shop;
    }
}
