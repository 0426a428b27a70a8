package io.tillflow.storefront.exports;

import io.tillflow.storefront.imports.ImportKind;
import io.tillflow.storefront.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders with their lines, one row a line; only the first row of an order carries its sums. Those taken over come first. */
@Component
class OrderExport implements Export {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int AT_ONCE = 500;
    private static final String ALL = """
            select p.number, p.email, '' as state, p.currency, p.total, 0 as delivery_price, 0 as tax, p.placed_at,
                   '' as ship_name, '' as country, l.n as line, l.line ->> 'sku' as sku, coalesce(l.line ->> 'name', '') as name,
                   (l.line ->> 'quantity')::int as quantity, (l.line ->> 'price')::bigint as price, 0 as own
            from past_order p cross join jsonb_array_elements(p.lines) with ordinality as l(line, n)
            union all
            select o.number, o.email, o.state, o.currency, o.total, o.delivery_price, o.tax, o.placed_at,
                   o.shipping ->> 'name', o.shipping ->> 'country', l.position + 1, l.sku, l.name || ', ' || l.variant,
                   l.quantity, l.unit_price, 1
            from orders o join order_line l on l.order_id = o.id
            order by own, placed_at, number, line""";

    private final JdbcClient jdbc;

    OrderExport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.ORDERS;
    }

    @Override
    public List<String> columns() {
        return List.of(
                "Name",
                "Email",
                "Currency",
                "Total",
                "Shipping",
                "Taxes",
                "Created at",
                "Shipping Name",
                "Shipping Country",
                "state",
                "Lineitem quantity",
                "Lineitem name",
                "Lineitem price",
                "Lineitem sku");
    }

    @Override
    public void rows(Consumer<List<String>> row) {
        jdbc.sql(ALL).withFetchSize(AT_ONCE).query(found -> {
            List<String> cells = new ArrayList<>(List.of(found.getString("number")));
            cells.addAll(found.getLong("line") == 1 ? sums(found) : List.of("", "", "", "", "", "", "", "", ""));
            cells.addAll(List.of(
                    found.getString("quantity"),
                    found.getString("name"),
                    Money.plain(found.getLong("price"), found.getString("currency")),
                    found.getString("sku")));
            row.accept(cells);
        });
    }

    private static List<String> sums(ResultSet found) throws SQLException {
        return List.of(
                found.getString("email"),
                found.getString("currency"),
                Money.plain(found.getLong("total"), found.getString("currency")),
                Money.plain(found.getLong("delivery_price"), found.getString("currency")),
                Money.plain(found.getLong("tax"), found.getString("currency")),
                TIME.format(found.getTimestamp("placed_at").toInstant()),
                found.getString("ship_name"),
                found.getString("country"),
                found.getString("state"));
    }
}
