package io.tillflow.launcher.demo;

import io.tillflow.launcher.suite.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** When orders were paid and when their confirmation had been sent, as history has it. */
final class Confirmations {
    private final Database database;

    Confirmations(Database database) {
        this.database = database;
    }

    /**
     * An order that is confirmed.
     *
     * @param paidAt when the broker heard that the payment is authorised
     */
    record Confirmed(Instant paidAt, Instant confirmedAt) {}

    /** By order number; those not yet confirmed are left out. */
    Map<String, Confirmed> of(Collection<String> orderNumbers) throws SQLException {
        Map<String, Confirmed> confirmed = new HashMap<>();
        try (Connection connection = database.connect();
                PreparedStatement select = connection.prepareStatement("""
                        select i.business_key, min(c.correlated_at), min(e.ended_at)
                          from history.process_instance i
                          join history.element_instance e on e.process_instance_key = i.key
                                                         and e.element_id = 'send-confirmation' and e.state = 'COMPLETED'
                          join history.message_correlation c on c.process_instance_key = i.key and c.name = 'payment-authorised'
                         where i.bpmn_process_id = 'order-fulfilment' and i.business_key = any (?)
                         group by i.business_key
                        """)) {
            select.setArray(1, connection.createArrayOf("text", orderNumbers.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    confirmed.put(
                            row.getString(1),
                            new Confirmed(
                                    row.getTimestamp(2).toInstant(),
                                    row.getTimestamp(3).toInstant()));
                }
            }
        }
        return confirmed;
    }
}
