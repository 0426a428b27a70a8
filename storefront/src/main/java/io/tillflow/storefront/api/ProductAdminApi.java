package io.tillflow.storefront.api;

import io.tillflow.storefront.catalogue.Item;
import io.tillflow.storefront.catalogue.Product;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.catalogue.Variant;
import io.tillflow.storefront.stock.Location;
import io.tillflow.storefront.stock.Locations;
import io.tillflow.storefront.stock.Movement;
import io.tillflow.storefront.stock.StockBooks;
import io.tillflow.storefront.stock.StockLevel;
import io.tillflow.storefront.stock.Transfer;
import io.tillflow.storefront.stock.Transfers;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What can be bought with its counts, a row a variant, for the people who run the shop. */
@RestController
@RequestMapping("/api/v1/admin/products")
class ProductAdminApi {
    private static final int MOVEMENTS = 100;
    private static final int TRANSFERS = 20;

    private final Shelf shelf;
    private final StockBooks books;
    private final Locations locations;
    private final Transfers transfers;

    ProductAdminApi(Shelf shelf, StockBooks books, Locations locations, Transfers transfers) {
        this.shelf = shelf;
        this.books = books;
        this.locations = locations;
        this.transfers = transfers;
    }

    record Row(
            String sku,
            String product,
            String name,
            String variant,
            String picture,
            long price,
            int onHand,
            int held,
            int reserved,
            int allocated,
            int available) {
        static Row of(Item item, StockLevel level) {
            Product product = item.product();
            Variant variant = item.variant();
            return new Row(
                    variant.sku(),
                    product.slug(),
                    product.name(),
                    variant.label(),
                    variant.picture(),
                    variant.price(),
                    level.onHand(),
                    level.held(),
                    level.reserved(),
                    level.allocated(),
                    level.available());
        }
    }

    /** @param places every open location, and closed ones where something lies; in the order in which orders are served */
    record Known(Row row, List<Place> places, List<Transfer> transfers, List<Movement> movements) {}

    record Place(String location, String name, boolean open, int onHand, int allocated) {
        static Place of(Location location, List<StockBooks.AtPlace> places) {
            return places.stream()
                    .filter(it -> it.location().equals(location.id()))
                    .findFirst()
                    .map(it -> new Place(location.id(), location.name(), location.open(), it.onHand(), it.allocated()))
                    .orElseGet(() -> new Place(location.id(), location.name(), location.open(), 0, 0));
        }

        boolean shown() {
            return open || onHand > 0;
        }
    }

    private static boolean says(Item item, String words) {
        return (item.name() + " " + item.variant().label() + " " + item.sku())
                .toLowerCase(Locale.ROOT)
                .contains(words);
    }

    /** In the order of the shelves; {@code q} is part of a name, a variant or a sku. */
    @GetMapping
    Page<Row> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit) {
        int most = Page.limit(limit);
        int from = Cursors.number(Page.decode(after, "0"));
        String words = q.strip().toLowerCase(Locale.ROOT);
        List<Item> found = shelf.products().stream()
                .flatMap(product -> product.variants().stream().map(variant -> new Item(product, variant)))
                .filter(item -> says(item, words))
                .skip(from)
                .limit(most + 1L)
                .toList();
        List<Row> rows = found.stream()
                .limit(most)
                .flatMap(item -> books.level(item.sku()).stream().map(level -> Row.of(item, level)))
                .toList();
        return new Page<>(rows, found.size() > most ? Page.encode(String.valueOf(from + most)) : null);
    }

    /** One variant with its latest movements, the newest first. */
    @GetMapping("/{sku}")
    Known known(@PathVariable String sku) {
        Item item = shelf.item(sku).orElseThrow(() -> ShopProblem.notFound("variant"));
        StockLevel level = books.level(sku).orElseThrow(() -> ShopProblem.notFound("variant"));
        List<StockBooks.AtPlace> places = books.places(List.of(sku));
        return new Known(
                Row.of(item, level),
                locations.all().stream()
                        .map(it -> Place.of(it, places))
                        .filter(Place::shown)
                        .toList(),
                transfers.latest(sku, TRANSFERS),
                books.latest(sku, MOVEMENTS));
    }
}
