package io.tillflow.connectors.settings;

import io.tillflow.connectors.database.SchemaMigration;
import io.tillflow.connectors.payments.sandbox.DisputeDesk;
import io.tillflow.connectors.payments.sandbox.PaymentDesk;
import io.tillflow.connectors.shipping.sandbox.Journeys;
import io.tillflow.connectors.suppliers.sandbox.Dispatches;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** What happens in the sandbox with time: authorisations end, banks want money back, parcels arrive, suppliers confirm and deliver. */
@Component
class SandboxClockwork {
    private static final Logger log = LoggerFactory.getLogger(SandboxClockwork.class);

    private final SchemaMigration schema;
    private final PaymentDesk payments;
    private final DisputeDesk disputes;
    private final Journeys journeys;
    private final Dispatches dispatches;

    SandboxClockwork(
            SchemaMigration schema,
            PaymentDesk payments,
            DisputeDesk disputes,
            Journeys journeys,
            Dispatches dispatches) {
        this.schema = schema;
        this.payments = payments;
        this.disputes = disputes;
        this.journeys = journeys;
        this.dispatches = dispatches;
    }

    @Scheduled(fixedDelay = 500)
    void passTime() {
        if (!schema.done()) {
            return;
        }
        try {
            payments.expireDue();
            disputes.moveDue();
            journeys.endDue();
            dispatches.moveDue();
        } catch (DataAccessException | TransactionException e) {
            log.debug("the sandbox rests while the database is away", e);
        }
    }
}
