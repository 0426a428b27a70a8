package io.tillflow.studio.instances;

import io.tillflow.engine.Broker;
import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.stereotype.Service;

/** Begins instances by hand; repairs of those that run are {@link io.tillflow.studio.repair.RepairDesk}'s. */
@Service
@RolesAllowed(Role.Is.OPERATOR)
public class Operations {

    private final Broker broker;
    private final Audit audit;

    Operations(Broker broker, Audit audit) {
        this.broker = broker;
        this.audit = audit;
    }

    /** Starts an instance by hand. */
    public long start(String processId, OptionalInt version, String variables) {
        long key = broker.start(processId, version, variables);
        audit.record("instance.started", "instance/" + key, null, Map.of("process", processId));
        return key;
    }
}
