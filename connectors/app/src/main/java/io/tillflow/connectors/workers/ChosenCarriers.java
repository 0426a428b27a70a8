package io.tillflow.connectors.workers;

import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.shipping.ShipmentRequest;
import io.tillflow.connectors.shipping.ShipmentResult;
import io.tillflow.connectors.shipping.Shipping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps to the carrier that was chosen first, by automation or person: a parcel has one, whoever hands it over again. */
@Repository
public class ChosenCarriers {
    /** Whose parcel stays here. */
    private static final String NOBODY = "";

    private final JdbcClient database;

    ChosenCarriers(JdbcClient database) {
        this.database = database;
    }

    private record Chosen(String carrier, String service) {}

    /** Hands over with the carrier chosen first; one that refused for sure is chosen no longer. */
    public ShipmentResult ship(Shipping shipping, ShipmentRequest request, EffectKey key) {
        Chosen chosen = first(key, new Chosen(request.carrier(), request.service()));
        if (chosen.carrier().equals(NOBODY)) {
            return new ShipmentResult.Undeliverable("staff keep its parcel here");
        }
        try {
            return shipping.ship(with(chosen, request), key);
        } catch (IllegalStateException refused) {
            database.sql("delete from connectors.chosen_carrier where effect_key = :key")
                    .param("key", key.value())
                    .update();
            throw refused;
        }
    }

    /** Sees to it that no parcel leaves under this key; false when one did, or may have. */
    public boolean keep(EffectKey key) {
        return first(key, new Chosen(NOBODY, "")).carrier().equals(NOBODY);
    }

    /** Its carrier refused for good, and would do so again: no parcel leaves under this key. */
    public void undeliverable(EffectKey key) {
        database.sql("update connectors.chosen_carrier set carrier = :nobody, service = '' where effect_key = :key")
                .param("nobody", NOBODY)
                .param("key", key.value())
                .update();
    }

    private Chosen first(EffectKey key, Chosen wanted) {
        database.sql("""
                insert into connectors.chosen_carrier (effect_key, carrier, service) values (:key, :carrier, :service)
                on conflict do nothing
                """)
                .param("key", key.value())
                .param("carrier", wanted.carrier())
                .param("service", wanted.service())
                .update();
        return database.sql("select carrier, service from connectors.chosen_carrier where effect_key = :key")
                .param("key", key.value())
                .query(Chosen.class)
                .single();
    }

    private static ShipmentRequest with(Chosen chosen, ShipmentRequest request) {
        return new ShipmentRequest(
                request.reference(),
                chosen.carrier(),
                chosen.service(),
                request.recipient(),
                request.weightGrams(),
                request.origin());
    }
}
