package io.tillflow.studio.instances;

import io.tillflow.engine.Broker;
import io.tillflow.engine.Rejected;
import io.tillflow.engine.history.Facts.Incident;
import io.tillflow.engine.history.InstanceFacts;
import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.stereotype.Service;

/** What operators may do to instances; each command is audited once the broker took it. */
@Service
@RolesAllowed(Role.Is.OPERATOR)
public class Operations {

    private final Broker broker;
    private final InstanceFacts facts;
    private final Audit audit;

    Operations(Broker broker, InstanceFacts facts, Audit audit) {
        this.broker = broker;
        this.facts = facts;
        this.audit = audit;
    }

    public void cancel(long instanceKey) {
        broker.cancel(instanceKey);
        audit.record("instance.cancelled", "instance/" + instanceKey, null, null);
    }

    /** Lets the failed step run again; the job behind it gets one more try. */
    public void retry(long incidentKey) {
        Incident incident = facts.incident(incidentKey)
                .filter(Incident::open)
                .orElseThrow(() -> new Rejected(
                        Rejected.Why.NOT_FOUND,
                        "Expected an open incident with key " + incidentKey + ", but there is none any more.",
                        null));
        broker.retry(incidentKey, incident.jobKey(), 1);
        audit.record(
                "incident.retried",
                "instance/" + incident.processInstanceKey(),
                Map.of("incident", incidentKey, "element", incident.elementId()),
                null);
    }

    /** Retries everything that failed in an instance and says how much that was. */
    public int retryAll(long instanceKey) {
        int retried = 0;
        for (Incident incident : facts.incidents(instanceKey)) {
            if (incident.open()) {
                retry(incident.key());
                retried++;
            }
        }
        return retried;
    }

    /** Sets variables where they live; the audit keeps their names, not their values. */
    public void setVariables(long instanceKey, long scopeKey, Collection<String> names, String json) {
        broker.setVariables(scopeKey, json, scopeKey != instanceKey);
        audit.record("variables.set", "instance/" + instanceKey, null, Map.of("names", names));
    }

    /** Starts an instance by hand. */
    public long start(String processId, OptionalInt version, String variables) {
        long key = broker.start(processId, version, variables);
        audit.record("instance.started", "instance/" + key, null, Map.of("process", processId));
        return key;
    }
}
