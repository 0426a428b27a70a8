package io.tillflow.storefront.exports;

import io.tillflow.storefront.catalogue.Item;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.imports.ImportKind;
import io.tillflow.storefront.stock.Location;
import io.tillflow.storefront.stock.Locations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What lies where, a row an article and location, with an empty cell for what is counted there. */
@Component
class InventoryExport implements Export {
    private final Shelf shelf;
    private final Locations locations;
    private final JdbcClient jdbc;

    InventoryExport(Shelf shelf, Locations locations, JdbcClient jdbc) {
        this.shelf = shelf;
        this.locations = locations;
        this.jdbc = jdbc;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.INVENTORY;
    }

    @Override
    public List<String> columns() {
        return List.of("Handle", "Title", "SKU", "Location", "Committed", "On hand (current)", "On hand (new)");
    }

    @Override
    public void rows(Consumer<List<String>> row) {
        Map<String, String> names = locations.all().stream().collect(Collectors.toMap(Location::id, Location::name));
        jdbc.sql("""
                select p.sku, p.location, p.on_hand, coalesce(sum(s.quantity), 0) as allocated
                from stock_place p join location l on l.id = p.location
                left join stock_share s on s.sku = p.sku and s.location = p.location
                group by p.sku, p.location, p.on_hand, l.position, l.id order by p.sku, l.position, l.id""").query(lying -> {
            Optional<Item> item = shelf.item(lying.getString("sku"));
            row.accept(List.of(
                    item.map(it -> it.product().slug()).orElse(""),
                    item.map(Item::name).orElse(""),
                    lying.getString("sku"),
                    names.getOrDefault(lying.getString("location"), lying.getString("location")),
                    String.valueOf(lying.getInt("allocated")),
                    String.valueOf(lying.getInt("on_hand")),
                    ""));
        });
    }
}
