package io.tillflow.studio.shop;

import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Stock and its locations, for programs. An Idempotency-Key, a UUID, makes a repetition change nothing more. */
@RestController
@RequestMapping("/api/v1/shop")
@RolesAllowed(Role.Is.MERCHANT)
class LocationApi {
    private static final String KEY = "Idempotency-Key";

    private final LocationDesk locations;
    private final ShopDesk desk;

    LocationApi(LocationDesk locations, ShopDesk desk) {
        this.locations = locations;
        this.desk = desk;
    }

    /** What is left out of the address is empty; its place stays, a new one is the last; it is open unless it is said. */
    record Wanted(
            @Nullable String name,
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String town,
            @Nullable String country,
            @Nullable Integer position,
            @Nullable Boolean open) {}

    /** @param location all of them together when left out */
    record Count(
            int onHand, @Nullable String reason, @Nullable String location) {}

    /** @param location the first one when left out */
    record Receipt(int quantity, @Nullable String location) {}

    record Transfer(String from, String to, int quantity) {}

    /** @param returned they came back to where they were sent from */
    record Arrival(int quantity, @Nullable Boolean returned) {}

    @GetMapping("/locations")
    List<Location> all() {
        return locations.all();
    }

    @PutMapping("/locations/{id}")
    List<Location> keep(@PathVariable String id, @RequestBody Wanted wanted) {
        List<Location> all = locations.all();
        int place = all.stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .map(Location::position)
                .orElseGet(() -> Location.last(all));
        locations.keep(new Location(
                id,
                text(wanted.name()),
                text(wanted.street()),
                text(wanted.postcode()),
                text(wanted.town()),
                text(wanted.country()),
                wanted.position() == null ? place : wanted.position(),
                !Boolean.FALSE.equals(wanted.open())));
        return locations.all();
    }

    @PutMapping("/products/{sku}/stock")
    StockRow.Known count(
            @PathVariable String sku,
            @RequestBody Count count,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key) {
        desk.count(sku, new ShopDesk.Counted(count.onHand(), text(count.reason()), text(count.location())), key(key));
        return desk.book().product(sku);
    }

    @PostMapping("/products/{sku}/receipts")
    StockRow.Known receive(
            @PathVariable String sku,
            @RequestBody Receipt receipt,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key) {
        desk.receive(sku, receipt.quantity(), text(receipt.location()), key(key));
        return desk.book().product(sku);
    }

    @PostMapping("/products/{sku}/transfers")
    StockRow.Known send(
            @PathVariable String sku,
            @RequestBody Transfer transfer,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key) {
        locations.send(key == null ? UUID.randomUUID() : key, sku, transfer.from(), transfer.to(), transfer.quantity());
        return desk.book().product(sku);
    }

    @PostMapping("/transfers/{id}/arrival")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void arrive(@PathVariable UUID id, @RequestBody Arrival arrival) {
        locations.arrive(id.toString(), arrival.quantity(), Boolean.TRUE.equals(arrival.returned()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static String key(@Nullable UUID key) {
        return (key == null ? UUID.randomUUID() : key).toString();
    }
}
