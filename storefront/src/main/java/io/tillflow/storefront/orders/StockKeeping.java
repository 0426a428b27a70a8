package io.tillflow.storefront.orders;

import io.tillflow.storefront.stock.Locations;
import io.tillflow.storefront.stock.Lot;
import io.tillflow.storefront.stock.Movement.Kind;
import io.tillflow.storefront.stock.Need;
import io.tillflow.storefront.stock.Shares;
import io.tillflow.storefront.stock.Stock;
import io.tillflow.storefront.stock.Stock.Cause;
import io.tillflow.storefront.stock.StockBooks;
import io.tillflow.storefront.stock.StockBooks.AtPlace;
import io.tillflow.storefront.stock.StockLevel;
import io.tillflow.storefront.stock.Transfer;
import io.tillflow.storefront.stock.Transfers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What comes in, is counted, and goes from one location to another; shared out to who waits. A location that is null is the
 * first one.
 */
@Service
@Transactional
public class StockKeeping {
    private static final UUID NOBODY = new UUID(0, 0);

    private final StockLine line;
    private final Stock stock;
    private final Shares shares;
    private final StockBooks books;
    private final Locations locations;
    private final Transfers transfers;

    StockKeeping(
            StockLine line, Stock stock, Shares shares, StockBooks books, Locations locations, Transfers transfers) {
        this.line = line;
        this.stock = stock;
        this.shares = shares;
        this.books = books;
        this.locations = locations;
        this.transfers = transfers;
    }

    /** So many are to be sent, but only these are free there, or in all. */
    public static final class TooFewFree extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooFewFree(int free) {
            super("Only " + free + " of them are free to leave: the others are promised to orders or are not there.");
        }
    }

    /** Must come before any other lock of the transaction that books in. */
    public void enterLine() {
        line.enter();
    }

    /** New things came in; answers the counts, or nothing for an unknown variant. */
    public Optional<StockLevel> receive(String sku, int quantity, @Nullable String location) {
        return lock(sku).map(level -> {
            String there = locations.open(location).id();
            return bring(Kind.RECEIVED, List.of(new Lot(sku, there, quantity)), Cause.reason("restock"));
        });
    }

    /**
     * Somebody counted.
     *
     * @param location where; null for all locations together, when more are put to the first and fewer taken from the last
     */
    public Optional<StockLevel> correct(String sku, int onHand, String reason, @Nullable String location) {
        return lock(sku).map(level -> {
            String there = location == null ? null : locations.open(location).id();
            List<AtPlace> places = books.places(List.of(sku)).stream()
                    .filter(it -> there == null || it.location().equals(there))
                    .toList();
            int more = onHand - places.stream().mapToInt(AtPlace::onHand).sum();
            List<Lot> lots = more < 0
                    ? taken(places, -more)
                    : List.of(new Lot(sku, locations.open(there).id(), more));
            return bring(Kind.COUNTED, lots, Cause.reason(reason));
        });
    }

    private static List<Lot> taken(List<AtPlace> places, int fewer) {
        List<Lot> lots = new ArrayList<>();
        int left = fewer;
        for (AtPlace place : places.reversed()) {
            int some = Math.min(left, place.onHand());
            lots.add(new Lot(place.sku(), place.location(), -some));
            left -= some;
        }
        return lots;
    }

    /**
     * Sends things to another location; once for an id. Nothing for an unknown variant.
     *
     * @param lot how many of what, and from where
     * @throws TooFewFree when they are promised or not there
     */
    public Optional<Transfer> send(UUID id, Lot lot, String target, String by) {
        return lock(lot.sku()).map(level -> {
            Optional<Transfer> known = transfers.find(id);
            if (known.isPresent()) {
                return known.get();
            }
            Stream.of(lot.location(), target)
                    .sorted()
                    .forEachOrdered(locations::open); // in the order in which they are closed
            String from = lot.location();
            int there = books.places(List.of(lot.sku())).stream()
                    .filter(it -> it.location().equals(from))
                    .mapToInt(AtPlace::unallocated)
                    .sum();
            int free = Math.max(0, Math.min(there, level.available()));
            if (lot.quantity() > free) {
                throw new TooFewFree(free);
            }
            transfers.send(id, lot, target, by);
            bring(Kind.TRANSFER_SENT, List.of(lot), Cause.reason("transfer " + id));
            return transfers.find(id).orElseThrow();
        });
    }

    /**
     * A transfer has ended; once, whatever is said later. Nothing for an unknown one.
     *
     * @param quantity how many came; what is missing of it is lost
     * @param returned whether they came back to where they were sent from
     */
    public Optional<Transfer> arrive(UUID id, int quantity, boolean returned, String by) {
        line.enter();
        return transfers.lock(id).map(sent -> {
            if (sent.arrived() == null) {
                if (quantity > sent.quantity()) {
                    throw new IllegalArgumentException("At most " + sent.quantity() + " were sent.");
                }
                transfers.arrive(id, quantity, returned, by);
                lock(sent.sku());
                String there = returned ? sent.origin() : sent.target();
                bring(
                        Kind.TRANSFER_ARRIVED,
                        List.of(new Lot(sent.sku(), there, quantity)),
                        Cause.reason("transfer " + id));
            }
            return transfers.find(id).orElseThrow();
        });
    }

    /** Enters the line and locks what sharing out may touch. */
    private Optional<StockLevel> lock(String sku) {
        line.enter();
        line.lockStock(List.of(new Need(sku, 0)));
        return Optional.ofNullable(stock.lock(List.of(sku)).get(sku));
    }

    private StockLevel bring(Kind kind, List<Lot> lots, Cause cause) {
        List<Lot> moved = lots.stream().filter(it -> it.quantity() != 0).toList();
        if (!moved.isEmpty()) {
            shares.bring(kind, moved, cause);
            line.shareOut(NOBODY);
        }
        String sku = lots.getFirst().sku();
        return Objects.requireNonNull(stock.lock(List.of(sku)).get(sku));
    }
}
