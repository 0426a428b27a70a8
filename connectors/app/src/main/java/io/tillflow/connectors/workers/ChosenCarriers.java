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
    private final JdbcClient database;

    ChosenCarriers(JdbcClient database) {
        this.database = database;
    }

    private record Chosen(String carrier, String service) {}

    /** Hands over with the carrier chosen first; one that refused for sure is chosen no longer. */
    public ShipmentResult ship(Shipping shipping, ShipmentRequest request, EffectKey key) {
        try {
            return shipping.ship(firstOf(request, key), key);
        } catch (IllegalStateException refused) {
            database.sql("delete from connectors.chosen_carrier where effect_key = :key")
                    .param("key", key.value())
                    .update();
            throw refused;
        }
    }

    /** The request with the carrier that this effect has. */
    private ShipmentRequest firstOf(ShipmentRequest request, EffectKey key) {
        database.sql("""
                insert into connectors.chosen_carrier (effect_key, carrier, service) values (:key, :carrier, :service)
                on conflict do nothing
                """)
                .param("key", key.value())
                .param("carrier", request.carrier())
                .param("service", request.service())
                .update();
        Chosen chosen = database.sql("select carrier, service from connectors.chosen_carrier where effect_key = :key")
                .param("key", key.value())
                .query(Chosen.class)
                .single();
        return new ShipmentRequest(
                request.reference(), chosen.carrier(), chosen.service(), request.recipient(), request.weightGrams());
    }
}
