package io.tillflow.storefront.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Listens to changed orders, prices, things on the shelf and prediction models on a connection of its own and reconnects when it breaks. */
@Component
public class Notifications implements SmartLifecycle {
    /** The channel: its payload is the order's id. */
    public static final String ORDERS = "shop_orders";

    /** The channel of another schema: its payload is the prediction model of which another version is live. */
    static final String MODELS = "intelligence";

    /** The channel: its payload is the variant whose price changed. */
    private static final String PRICES = "shop_prices";

    /** The channel: something else of the catalogue than a price changed. */
    private static final String SHELF = "shop_shelf";

    private static final Logger log = LoggerFactory.getLogger(Notifications.class);
    private static final int WAIT_MS = 500;

    private final JdbcConnectionDetails database;
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> modelListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> priceListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> shelfListeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;

    Notifications(JdbcConnectionDetails database) {
        this.database = database;
    }

    /** Calls back with the id of each changed order, and with an empty text when changes may have been missed. */
    public void onOrder(Consumer<String> listener) {
        listeners.add(listener);
    }

    /** Calls back with the name of each changed prediction model, and with an empty text when changes may have been missed. */
    public void onModel(Consumer<String> listener) {
        modelListeners.add(listener);
    }

    /** Calls back with each variant whose price changed, and with an empty text when changes may have been missed. */
    public void onPrice(Consumer<String> listener) {
        priceListeners.add(listener);
    }

    /** Calls back when something of the catalogue changed, and when changes may have been missed. */
    void onShelf(Consumer<String> listener) {
        shelfListeners.add(listener);
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("shop-notifications").start(this::listenUntilStopped);
    }

    private void listenUntilStopped() {
        try {
            while (running) {
                try (Connection connection = connect()) {
                    listeners.forEach(l -> l.accept(""));
                    modelListeners.forEach(l -> l.accept(""));
                    priceListeners.forEach(l -> l.accept(""));
                    shelfListeners.forEach(l -> l.accept(""));
                    listen(connection);
                } catch (SQLException e) {
                    log.debug("listening again in a second", e);
                }
                if (stopped.await(1, TimeUnit.SECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", String.valueOf(database.getUsername()));
        properties.setProperty("password", String.valueOf(database.getPassword()));
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "storefront-listen");
        Connection connection = DriverManager.getConnection(database.getJdbcUrl(), properties);
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + ORDERS);
            statement.execute("listen " + MODELS);
            statement.execute("listen " + PRICES);
            statement.execute("listen " + SHELF);
        }
        return connection;
    }

    private void listen(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        while (running) {
            PGNotification[] heard = postgres.getNotifications(WAIT_MS);
            if (heard != null) {
                for (PGNotification notification : heard) {
                    of(notification.getName()).forEach(l -> l.accept(notification.getParameter()));
                }
            }
        }
    }

    private List<Consumer<String>> of(String channel) {
        return switch (channel) {
            case MODELS -> modelListeners;
            case PRICES -> priceListeners;
            case SHELF -> shelfListeners;
            default -> listeners;
        };
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
