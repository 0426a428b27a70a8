package io.tillflow.storefront.orders;

import io.tillflow.storefront.language.Language;
import io.tillflow.storefront.terms.Address;
import io.tillflow.storefront.terms.Channel;
import io.tillflow.storefront.terms.Delivery;
import io.tillflow.storefront.terms.Details;
import io.tillflow.storefront.terms.Discount;
import io.tillflow.storefront.terms.Totals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows of the table orders. */
final class OrderRows {
    private final JsonMapper json;

    OrderRows(JsonMapper json) {
        this.json = json;
    }

    Order order(ResultSet row, List<OrderLine> lines) throws SQLException {
        return new Order(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("checkout_id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getString("token"),
                Channel.of(row.getString("channel")),
                OrderState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("currency"),
                row.getBigDecimal("in_base"),
                totals(row),
                facts(row),
                details(row),
                row.getObject("promised_on", LocalDate.class),
                row.getString("payment_id"),
                row.getString("payment_url"),
                new Parcel(row.getString("carrier"), row.getString("tracking_number"), row.getString("tracking_url")),
                StockState.valueOf(row.getString("stock_state")),
                instant(row, "cancel_requested_at"),
                instant(row, "shipping_locked_at"),
                row.getTimestamp("placed_at").toInstant(),
                Language.of(row.getString("language")).orElse(Language.EN),
                lines);
    }

    /** The lines that were read along with their order. */
    List<OrderLine> lines(ResultSet row) throws SQLException {
        String lines = row.getString("lines");
        return lines == null ? List.of() : List.of(json.readValue(lines, OrderLine[].class));
    }

    static OrderLine line(ResultSet row) throws SQLException {
        return new OrderLine(
                row.getString("sku"),
                row.getString("product"),
                row.getString("name"),
                row.getString("variant"),
                row.getString("picture"),
                row.getInt("quantity"),
                row.getLong("unit_price"),
                row.getInt("weight_grams"));
    }

    /** The other way round, for the insert. */
    Map<String, @Nullable Object> values(Order order) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", order.id());
        values.put("number", order.number());
        values.put("checkout", order.checkoutId());
        values.put("customer", order.customerId());
        values.put("token", order.token());
        values.put("channel", order.channel().code());
        values.put("state", order.state().name());
        values.put("currency", order.currency());
        values.put("inBase", order.inBase());
        values.put("language", order.language().code());
        values.put("express", order.facts().express());
        values.put("firstOrder", order.facts().firstOrder());
        values.put("addressMismatch", order.facts().addressMismatch());
        values.put("pastDeclines", order.facts().pastDeclines());
        values.put("promisedOn", order.promisedOn());
        values.put("payment", order.paymentId());
        values.put("paymentUrl", order.paymentUrl());
        values.put("attempts", order.paymentId() == null ? 0 : 1);
        values.put("stock", order.stockState().name());
        values.put("placed", Timestamp.from(order.placedAt()));
        putTotals(values, order.totals());
        putDetails(values, order.details());
        return values;
    }

    Map<String, @Nullable Object> values(Totals totals) {
        Map<String, @Nullable Object> values = new HashMap<>();
        putTotals(values, totals);
        return values;
    }

    String address(Address address) {
        return json.writeValueAsString(address);
    }

    private void putTotals(Map<String, @Nullable Object> values, Totals totals) {
        values.put("itemsTotal", totals.itemsTotal());
        values.put("discounts", json.writeValueAsString(totals.discounts()));
        values.put("deliveryPrice", totals.deliveryPrice());
        values.put("tax", totals.tax());
        values.put("taxPercent", totals.taxPercent());
        values.put("total", totals.total());
        values.put("items", totals.items());
        values.put("weight", totals.weightGrams());
    }

    private void putDetails(Map<String, @Nullable Object> values, Details details) {
        values.put("email", details.email());
        values.put("phone", details.phone());
        values.put("shipping", json.writeValueAsString(details.shipping()));
        values.put("billing", json.writeValueAsString(details.billing()));
        values.put("delivery", details.delivery().code());
    }

    private Totals totals(ResultSet row) throws SQLException {
        return new Totals(
                row.getInt("items"),
                row.getInt("weight_grams"),
                row.getLong("items_total"),
                List.of(json.readValue(row.getString("discounts"), Discount[].class)),
                row.getLong("delivery_price"),
                row.getLong("tax"),
                row.getInt("tax_percent"),
                row.getLong("total"));
    }

    private static OrderFacts facts(ResultSet row) throws SQLException {
        return new OrderFacts(
                row.getBoolean("express"),
                row.getBoolean("first_order"),
                row.getBoolean("address_mismatch"),
                row.getInt("past_declines"));
    }

    private Details details(ResultSet row) throws SQLException {
        return new Details(
                row.getString("email"),
                row.getString("phone"),
                json.readValue(row.getString("shipping"), Address.class),
                json.readValue(row.getString("billing"), Address.class),
                Delivery.of(row.getString("delivery")).orElseThrow());
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
