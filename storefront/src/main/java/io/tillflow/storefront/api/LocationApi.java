package io.tillflow.storefront.api;

import io.tillflow.storefront.orders.StockKeeping;
import io.tillflow.storefront.stock.Location;
import io.tillflow.storefront.stock.Locations;
import io.tillflow.storefront.stock.Lot;
import io.tillflow.storefront.stock.StockBooks;
import io.tillflow.storefront.stock.StockBooks.AtPlace;
import io.tillflow.storefront.stock.StockBooks.SetAside;
import io.tillflow.storefront.stock.Transfer;
import io.tillflow.storefront.stock.Transfers;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where things lie, and their ways from one location to another, for the people who run the shop. */
@RestController
@RequestMapping("/api/v1/admin")
class LocationApi {
    private static final int MOST = 1_000_000;
    private static final int LONGEST_NAME = 100;
    private static final int LATEST = 100;
    private static final UUID FIRST = new UUID(0, 0);

    private final Locations locations;
    private final StockBooks books;
    private final StockKeeping keeping;
    private final Transfers transfers;

    LocationApi(Locations locations, StockBooks books, StockKeeping keeping, Transfers transfers) {
        this.locations = locations;
        this.books = books;
        this.keeping = keeping;
        this.transfers = transfers;
    }

    /** @param open whether things may come; only an empty location can be closed */
    record Wanted(
            @Nullable String name,
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String town,
            @Nullable String country,
            @Nullable Integer position,
            @Nullable Boolean open) {
        Location location(String id, int place) {
            return new Location(
                    id,
                    text(name),
                    text(street),
                    text(postcode),
                    text(town),
                    text(country),
                    position == null ? place : position,
                    !Boolean.FALSE.equals(open));
        }

        private static String text(@Nullable String text) {
            return text == null ? "" : text.strip();
        }
    }

    /** @param id made up by the caller, so that sending twice sends once */
    record Sent(
            @Nullable UUID id,
            @Nullable String sku,
            @Nullable String from,
            @Nullable String to,
            @Nullable Integer quantity,
            @Nullable String by) {}

    /**
     * A transfer has ended.
     *
     * @param quantity how many came; all when left out, and what is missing is lost
     * @param returned whether they came back to where they were sent from
     */
    record Arrived(
            @Nullable Integer quantity,
            @Nullable Boolean returned,
            @Nullable String by) {}

    /** In the order in which orders are served from them. */
    @GetMapping("/locations")
    List<Location> locations() {
        return locations.all();
    }

    /** Makes it, or changes it; what is left out of the address is empty, its place stays or is the last. */
    @PutMapping("/locations/{id}")
    Location keep(@PathVariable String id, @RequestBody Wanted wanted) {
        if (!id.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw ShopProblem.invalid("id", "Small letters, digits and dashes, at most 40.");
        }
        try {
            return locations.keep(wanted.location(id, locations.place(id)));
        } catch (IllegalArgumentException refused) {
            throw ShopProblem.invalid("location", String.valueOf(refused.getMessage()));
        } catch (DuplicateKeyException taken) {
            throw ShopProblem.invalid("name", "Another location has this name.");
        } catch (Locations.StillNeeded refused) {
            throw new ShopProblem(HttpStatus.CONFLICT, "still-needed", String.valueOf(refused.getMessage()));
        }
    }

    /** What lies where, all articles at all locations. */
    @GetMapping("/stock/locations")
    Page<AtPlace> places(@RequestParam @Nullable String after, @RequestParam @Nullable Integer limit) {
        int most = Page.limit(limit);
        String[] from = (Page.decode(after, "") + "\n").split("\n", -1);
        return Page.cut(
                books.places(from[0], from[1], most + 1), most, it -> it.sku() + "\n" + it.location(), it -> it);
    }

    /** What is set aside where for whom, for all orders and exchanges. */
    @GetMapping("/stock/shares")
    Page<SetAside> shares(@RequestParam @Nullable String after, @RequestParam @Nullable Integer limit) {
        int most = Page.limit(limit);
        String[] from = (Page.decode(after, FIRST.toString()) + "\n\n").split("\n", -1);
        SetAside last = new SetAside(Cursors.id(from[0]), from[1], from[2], 0);
        return Page.cut(
                books.setAside(last, most + 1),
                most,
                it -> it.owner() + "\n" + it.sku() + "\n" + it.location(),
                it -> it);
    }

    /** All transfers there ever were. */
    @GetMapping("/stock/transfers")
    Page<Transfer> allTransfers(@RequestParam @Nullable String after, @RequestParam @Nullable Integer limit) {
        int most = Page.limit(limit);
        UUID last = Cursors.id(Page.decode(after, FIRST.toString()));
        return Page.cut(transfers.all(last, most + 1), most, it -> it.id().toString(), it -> it);
    }

    /** Where an article lies. */
    @GetMapping("/stock/{sku}/locations")
    List<AtPlace> places(@PathVariable String sku) {
        if (books.level(sku).isEmpty()) {
            throw ShopProblem.notFound("variant");
        }
        return books.places(List.of(sku));
    }

    /** Those overdue first, then those on their way. */
    @GetMapping("/transfers")
    List<Transfer> transfers(@RequestParam @Nullable String sku) {
        return transfers.latest(sku, LATEST);
    }

    @PostMapping("/transfers")
    Transfer send(@RequestBody Sent sent) {
        Lot lot = new Lot(needed("sku", sent.sku()), needed("from", sent.from()), count(sent.quantity(), 1));
        String to = needed("to", sent.to());
        if (to.equals(lot.location())) {
            throw ShopProblem.invalid("to", "They are there already.");
        }
        try {
            return keeping.send(sent.id() == null ? UUID.randomUUID() : sent.id(), lot, to, by(sent.by()))
                    .orElseThrow(() -> ShopProblem.notFound("variant"));
        } catch (StockKeeping.TooFewFree few) {
            throw new ShopProblem(HttpStatus.CONFLICT, "too-few-free", String.valueOf(few.getMessage()));
        }
    }

    /** Said again it changes nothing. */
    @PostMapping("/transfers/{id}/arrival")
    Transfer arrive(@PathVariable UUID id, @RequestBody Arrived arrived) {
        Transfer sent = transfers.find(id).orElseThrow(() -> ShopProblem.notFound("transfer"));
        int quantity = arrived.quantity() == null ? sent.quantity() : count(arrived.quantity(), 0);
        if (quantity > sent.quantity()) {
            throw ShopProblem.invalid("quantity", "At most " + sent.quantity() + " were sent.");
        }
        return keeping.arrive(id, quantity, Boolean.TRUE.equals(arrived.returned()), by(arrived.by()))
                .orElseThrow();
    }

    private static String needed(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw ShopProblem.needed(field);
        }
        return text.strip();
    }

    private static int count(@Nullable Integer value, int least) {
        if (value == null || value < least || value > MOST) {
            throw ShopProblem.invalid("quantity", "A number from " + least + " to " + MOST + ".");
        }
        return value;
    }

    private static String by(@Nullable String name) {
        String by = name == null ? "" : name.strip();
        if (by.length() > LONGEST_NAME) {
            throw ShopProblem.invalid("by", "At most " + LONGEST_NAME + " characters.");
        }
        return by;
    }
}
