package io.tillflow.storefront.stock;

import io.tillflow.storefront.stock.Movement.Kind;
import io.tillflow.storefront.stock.Stock.Cause;
import io.tillflow.storefront.stock.StockBooks.AtPlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the things that are set aside for somebody lie. The rows of their stock must be locked by whoever changes them. While
 * one location lacks what is set aside at it no other has any to spare, so what there is in all is there for who got it.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Shares {
    private final JdbcClient jdbc;
    private final Stock stock;
    private final StockBooks books;

    Shares(JdbcClient jdbc, Stock stock, StockBooks books) {
        this.jdbc = jdbc;
        this.stock = stock;
        this.books = books;
    }

    private record Share(UUID owner, int quantity, @Nullable String reason) {
        Cause cause() {
            return reason == null ? Cause.order(owner) : Cause.reason(reason);
        }
    }

    /** Sets reserved things aside; there must be as many. */
    public void allocate(UUID owner, List<Need> needs, Cause cause) {
        List<AtPlace> places = books.places(needs.stream().map(Need::sku).toList());
        setAside(owner, Choice.of(needs, places), cause);
    }

    /** Some of an owner's things, or all of them, are for sale again. */
    public void release(UUID owner, List<Need> needs, Cause cause) {
        bring(Kind.ALLOCATION_RELEASED, take(owner, needs), cause);
    }

    /** They left the house. */
    public void ship(UUID owner, List<Need> needs, Cause cause) {
        stock.moveAt(Kind.SHIPPED, take(owner, needs), cause);
    }

    /** There are more, or fewer, at these locations: what one of them lacks now is set aside where there is some to spare. */
    public void bring(Kind kind, List<Lot> lots, Cause cause) {
        stock.moveAt(kind, lots, cause);
        Map<String, List<AtPlace>> places = new LinkedHashMap<>();
        books.places(lots.stream().map(Lot::sku).toList())
                .forEach(it -> places.computeIfAbsent(it.sku(), sku -> new ArrayList<>())
                        .add(it));
        places.values().forEach(this::even);
    }

    /** Where an owner's things lie, in the order in which orders are served. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public List<Lot> of(UUID owner) {
        return jdbc.sql("""
                select s.sku, s.location, s.quantity from stock_share s join location l on l.id = s.location
                where s.owner = :owner order by l.position, l.id, s.sku""").param("owner", owner).query(Lot.class).list();
    }

    /** From where a carrier fetches them: the location with most of them, if it has an address. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Optional<Location> origin(UUID owner) {
        return jdbc.sql("""
                select l.id, l.name, l.street, l.postcode, l.town, l.country, l.position, l.open
                from location l join stock_share s on s.location = l.id where s.owner = :owner
                group by l.id order by sum(s.quantity) desc, l.position, l.id limit 1""")
                .param("owner", owner)
                .query(Location.class)
                .optional()
                .filter(Location::hasAddress);
    }

    private void setAside(UUID owner, List<Lot> lots, Cause cause) {
        keep(owner, lots, cause.reason());
        stock.moveAt(Kind.ALLOCATED, lots, cause);
    }

    private void keep(UUID owner, List<Lot> lots, @Nullable String reason) {
        jdbc.sql("""
                insert into stock_share (owner, sku, location, quantity, reason)
                select :owner, sku, location, quantity, :reason from unnest(:skus, :locations, :quantities) as m(sku, location, quantity)
                on conflict (owner, sku, location) do update set quantity = stock_share.quantity + excluded.quantity""")
                .param("owner", owner)
                .param("reason", reason)
                .param("skus", lots.stream().map(Lot::sku).toArray(String[]::new))
                .param("locations", lots.stream().map(Lot::location).toArray(String[]::new))
                .param("quantities", lots.stream().map(Lot::quantity).toArray(Integer[]::new))
                .update();
    }

    /** From where orders are served last, first. */
    private List<Lot> take(UUID owner, List<Need> needs) {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        needs.forEach(need -> wanted.merge(need.sku(), need.quantity(), Integer::sum));
        List<Lot> taken = new ArrayList<>();
        for (Lot lot : of(owner).reversed()) {
            int some = Math.min(lot.quantity(), wanted.getOrDefault(lot.sku(), 0));
            if (some > 0) {
                taken.add(new Lot(lot.sku(), lot.location(), some));
                wanted.merge(lot.sku(), -some, Integer::sum);
            }
        }
        if (wanted.values().stream().anyMatch(left -> left > 0)) {
            throw new IllegalStateException("expected things to be set aside for " + owner + ", but lacks " + wanted);
        }
        remove(owner, taken);
        return taken;
    }

    private void remove(UUID owner, List<Lot> lots) {
        jdbc.sql("""
                with gone as (
                    select sku, location, quantity from unnest(:skus, :locations, :quantities) as m(sku, location, quantity)
                ), emptied as (
                    delete from stock_share s using gone g
                    where s.owner = :owner and s.sku = g.sku and s.location = g.location and s.quantity = g.quantity
                )
                update stock_share s set quantity = s.quantity - g.quantity from gone g
                where s.owner = :owner and s.sku = g.sku and s.location = g.location and s.quantity > g.quantity""")
                .param("owner", owner)
                .param("skus", lots.stream().map(Lot::sku).toArray(String[]::new))
                .param("locations", lots.stream().map(Lot::location).toArray(String[]::new))
                .param("quantities", lots.stream().map(Lot::quantity).toArray(Integer[]::new))
                .update();
    }

    /** One article at all its locations. */
    private void even(List<AtPlace> places) {
        Map<String, Integer> spare = new LinkedHashMap<>();
        places.stream().filter(it -> it.unallocated() > 0).forEach(it -> spare.put(it.location(), it.unallocated()));
        places.stream().filter(it -> it.unallocated() < 0).forEach(it -> {
            int lack = -it.unallocated();
            for (Share share : at(it)) {
                lack -= moveAway(share, it, Math.min(lack, share.quantity()), spare);
            }
        });
    }

    private List<Share> at(AtPlace place) {
        return jdbc.sql("""
                select owner, quantity, reason from stock_share where sku = :sku and location = :location order by owner""")
                .param("sku", place.sku())
                .param("location", place.location())
                .query(Share.class)
                .list();
    }

    /** Answers how many could be. */
    private int moveAway(Share share, AtPlace from, int wanted, Map<String, Integer> spare) {
        int moved = 0;
        for (Map.Entry<String, Integer> there : spare.entrySet()) {
            int some = Math.min(wanted - moved, there.getValue());
            if (some > 0) {
                List<Lot> away = List.of(new Lot(from.sku(), from.location(), some));
                remove(share.owner(), away);
                stock.moveAt(Kind.ALLOCATION_RELEASED, away, share.cause());
                stock.move(Kind.RESERVED, List.of(new Need(from.sku(), some)), share.cause());
                setAside(share.owner(), List.of(new Lot(from.sku(), there.getKey(), some)), share.cause());
                there.setValue(there.getValue() - some);
                moved += some;
            }
        }
        return moved;
    }
}
