package io.tillflow.storefront.imports;

import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Orders that another shop took and finished: they tell what people buy, but move no stock and no money here, so they stand
 * beside the shop's own orders and never among them.
 */
@Component
class OrderImport implements Importer {
    private static final DateTimeFormatter SHOPIFY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z", Locale.ROOT);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OrderImport(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Line(String sku, String name, int quantity, long price) {
        /** What an order came to that does not say so itself. */
        static long sum(List<Line> lines) {
            return lines.stream()
                    .mapToLong(line -> line.quantity() * line.price())
                    .sum();
        }
    }

    @Override
    public ImportKind kind() {
        return ImportKind.ORDERS;
    }

    @Override
    public String key(Sheet sheet) {
        return sheet.has("number") ? "number" : "Name";
    }

    @Override
    public Outcome store(Sheet sheet, List<CSVRecord> rows, List<RowError> errors) {
        Cells first = new Cells(sheet, rows.getFirst(), errors);
        String number = first.required(key(sheet));
        String email = CustomerImport.email(first);
        String currency = first.text("currency").isEmpty() ? "EUR" : first.text("currency");
        if (!currency.matches("[A-Z]{3}")) {
            first.wrong("currency", "should be a currency's three letters, as EUR");
        }
        Instant placed = time(first, first.required("placed_at", "Created at", "Paid at"));
        List<Line> lines = new ArrayList<>();
        for (CSVRecord row : rows) {
            lines.add(line(new Cells(sheet, row, errors)));
        }
        long total = first.text("total").isEmpty() ? Line.sum(lines) : first.money("total");
        if (!errors.isEmpty()) {
            return Outcome.UNCHANGED;
        }
        return jdbc.sql("""
                insert into past_order (number, email, currency, total, placed_at, lines)
                values (:number, :email, :currency, :total, :placed, cast(:lines as jsonb))
                on conflict (number) do update set email = excluded.email, currency = excluded.currency,
                    total = excluded.total, placed_at = excluded.placed_at, lines = excluded.lines
                where (past_order.email, past_order.currency, past_order.total, past_order.placed_at, past_order.lines)
                    is distinct from (excluded.email, excluded.currency, excluded.total, excluded.placed_at, excluded.lines)
                returning (xmax = 0) as fresh""")
                .param("number", number)
                .param("email", email)
                .param("currency", currency)
                .param("total", total)
                .param("placed", Timestamp.from(placed))
                .param("lines", json.writeValueAsString(lines))
                .query(Boolean.class)
                .optional()
                .map(fresh -> fresh ? Outcome.CREATED : Outcome.UPDATED)
                .orElse(Outcome.UNCHANGED);
    }

    private static Line line(Cells cells) {
        return new Line(
                cells.text("sku", "Lineitem sku"),
                cells.required("item", "Lineitem name"),
                cells.whole(1, 1, 100_000, "quantity", "Lineitem quantity"),
                cells.money("price", "Lineitem price"));
    }

    private static Instant time(Cells cells, String text) {
        if (text.isEmpty()) {
            return Instant.EPOCH;
        }
        for (DateTimeFormatter format : List.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME, SHOPIFY)) {
            try {
                return OffsetDateTime.parse(text, format).toInstant();
            } catch (DateTimeException otherFormat) {
                // the next one may fit
            }
        }
        cells.wrong("placed_at", "should be a time with its offset, as 2026-01-31T09:30:00Z");
        return Instant.EPOCH;
    }
}
