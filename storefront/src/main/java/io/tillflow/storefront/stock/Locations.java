package io.tillflow.storefront.stock;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The shop's locations; there is always one that is open. */
@Repository
@Transactional
public class Locations {
    private static final String COLUMNS =
            "select id, name, street, postcode, town, country, position, open from location ";

    private final JdbcClient jdbc;

    Locations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** It cannot be closed, says the message. */
    public static final class StillNeeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StillNeeded(String why) {
            super(why);
        }
    }

    /** Nothing can be put there. */
    public static final class NoSuchLocation extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoSuchLocation(@Nullable String id) {
            super("There is no open location " + id + ".");
        }
    }

    /** In the order in which orders are served from them, closed ones last. */
    @Transactional(readOnly = true)
    public List<Location> all() {
        return jdbc.sql(COLUMNS + "order by open desc, position, id")
                .query(Location.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Location> find(String id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(Location.class)
                .optional();
    }

    /** Its place in the order; for a new one that after all others. */
    @Transactional(readOnly = true)
    public int place(String id) {
        return jdbc.sql("""
                select coalesce((select position from location where id = :id),
                    (select least(:last, coalesce(max(position), 0) + 1) from location))""")
                .param("id", id)
                .param("last", Location.LAST)
                .query(Integer.class)
                .single();
    }

    /**
     * Where what comes is put, kept open until the transaction ends.
     *
     * @param id null for the first one
     * @throws NoSuchLocation when it is unknown or closed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Location open(@Nullable String id) {
        return jdbc.sql(COLUMNS + """
                        where open and (cast(:id as text) is null or id = :id) order by position, id limit 1 for share""")
                .param("id", id)
                .query(Location.class)
                .optional()
                .orElseThrow(() -> new NoSuchLocation(id));
    }

    /**
     * As it is from now on; a new one when its id is.
     *
     * @throws StillNeeded when it is to be closed, but is not empty or the only one
     */
    public Location keep(Location location) {
        if (!location.open()) {
            mustBeSpare(location.id());
        }
        jdbc.sql("""
                insert into location (id, name, street, postcode, town, country, position, open)
                values (:id, :name, :street, :postcode, :town, :country, :position, :open)
                on conflict (id) do update set name = excluded.name, street = excluded.street, postcode = excluded.postcode,
                    town = excluded.town, country = excluded.country, position = excluded.position, open = excluded.open""").paramSource(location).update();
        return find(location.id()).orElseThrow();
    }

    private void mustBeSpare(String id) {
        // nobody puts anything there meanwhile, and the last two are not closed at once
        jdbc.sql("select id from location order by id for no key update")
                .query()
                .listOfRows();
        boolean others = jdbc.sql("select exists (select 1 from location where open and id <> :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
        if (!others) {
            throw new StillNeeded("It is the only one that is open.");
        }
        boolean used = jdbc.sql("""
                select exists (select 1 from stock_place where location = :id and on_hand > 0)
                    or exists (select 1 from stock_transfer where arrived is null and :id in (origin, target))""").param("id", id).query(Boolean.class).single();
        if (used) {
            throw new StillNeeded(
                    "Things lie there or are on their way to or from it: move them or count them away first.");
        }
    }
}
