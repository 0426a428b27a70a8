package io.tillflow.storefront.imports;

import io.tillflow.storefront.orders.StockKeeping;
import io.tillflow.storefront.stock.Location;
import io.tillflow.storefront.stock.Locations;
import io.tillflow.storefront.stock.StockBooks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;

/**
 * Counts of articles at locations, one row each, in the columns of Shopify's inventory; a row without a count changes nothing.
 * What lay there when the file was written is no count, but where an article never lay; a count beside it is refused when
 * something else lies there by now.
 */
@Component
class InventoryImport implements Importer {
    private static final int MOST_UNITS = 1_000_000;
    private static final String[] COUNTS = {"on_hand", "On hand (new)", "On hand"};
    private static final String BEFORE = "On hand (current)";

    private final StockKeeping keeping;
    private final StockBooks books;
    private final Locations locations;

    InventoryImport(StockKeeping keeping, StockBooks books, Locations locations) {
        this.keeping = keeping;
        this.books = books;
        this.locations = locations;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.INVENTORY;
    }

    @Override
    public String key(Sheet sheet) {
        return "SKU";
    }

    @Override
    public Outcome store(Sheet sheet, List<CSVRecord> rows, List<RowError> errors) {
        boolean changed = false;
        List<Location> all = locations.all();
        for (CSVRecord row : inOrder(sheet, rows, all)) {
            Cells cells = new Cells(sheet, row, errors);
            String sku = cells.required("SKU").replaceFirst("^'", "");
            String location = location(cells, all);
            if (books.level(sku).isEmpty()) {
                cells.wrong("SKU", "is of no product here");
            }
            OptionalInt before = count(cells, BEFORE);
            OptionalInt there = there(sku, location);
            int now = there.orElse(0);
            OptionalInt counted = count(cells, COUNTS);
            int onHand = counted.orElse(there.isEmpty() ? before.orElse(now) : now);
            if (counted.isPresent() && onHand != now && before.orElse(now) != now) {
                cells.wrong(
                        BEFORE, "is " + before.getAsInt() + ", but by now " + now + " lie there: count on from there");
            }
            if (errors.isEmpty() && onHand != now) {
                keeping.correct(sku, onHand, "import", location);
                changed = true;
            }
        }
        return changed ? Outcome.UPDATED : Outcome.UNCHANGED;
    }

    private static OptionalInt count(Cells cells, String... columns) {
        String said = cells.text(columns);
        return said.isEmpty() || said.equals("not stocked")
                ? OptionalInt.empty()
                : OptionalInt.of(cells.whole(0, 0, MOST_UNITS, columns));
    }

    /** In the order in which locations are closed, so that neither waits for the other. */
    private static List<CSVRecord> inOrder(Sheet sheet, List<CSVRecord> rows, List<Location> all) {
        return rows.stream()
                .sorted(Comparator.comparing(
                        row -> named(new Cells(sheet, row, new ArrayList<>()).text("Location"), all)
                                .map(Location::id)
                                .orElse("")))
                .toList();
    }

    private static String location(Cells cells, List<Location> all) {
        String said = cells.text("Location");
        Optional<Location> known = named(said, all);
        if (known.isEmpty()) {
            cells.wrong("Location", "is none of the shop's open locations: " + said);
        }
        return known.map(Location::id).orElse("");
    }

    /** By its name or its id; the first one where the file has no such column. */
    private static Optional<Location> named(String said, List<Location> all) {
        return all.stream()
                .filter(Location::open)
                .filter(it -> said.isEmpty()
                        || it.name().equalsIgnoreCase(said)
                        || it.id().equals(said))
                .findFirst();
    }

    /** Nothing where it never lay. */
    private OptionalInt there(String sku, String location) {
        return books.places(List.of(sku)).stream()
                .filter(it -> it.location().equals(location))
                .mapToInt(StockBooks.AtPlace::onHand)
                .findFirst();
    }
}
