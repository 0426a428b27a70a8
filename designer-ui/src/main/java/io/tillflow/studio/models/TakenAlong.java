package io.tillflow.studio.models;

import io.tillflow.engine.Deployment;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.repair.Batch;
import io.tillflow.studio.repair.BatchOrder;
import io.tillflow.studio.repair.Batches;
import io.tillflow.studio.repair.MigrationAdviser;
import io.tillflow.studio.repair.MigrationOutlook;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/** Running instances that go on in the version which has just gone live, as far as the engine takes them along. */
@Service
class TakenAlong {
    private static final Logger LOG = LoggerFactory.getLogger(TakenAlong.class);

    private final MigrationAdviser adviser;
    private final Batches batches;
    private final CurrentUser user;

    TakenAlong(MigrationAdviser adviser, Batches batches, CurrentUser user) {
        this.adviser = adviser;
        this.batches = batches;
        this.user = user;
    }

    /** Whether who is signed in may do this to instances. */
    boolean allowed() {
        return user.has(Role.OPERATOR);
    }

    /** Empty when it is no process, or nobody can say now. */
    Optional<MigrationOutlook> outlook(Model model, String source) {
        if (model.kind() != ModelFile.Kind.BPMN) {
            return Optional.empty();
        }
        try {
            return Optional.of(adviser.outlook(source));
        } catch (IllegalArgumentException | DataAccessException unknown) {
            LOG.debug("nobody can say what becomes of running instances: {}", unknown.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Each instance has a result of its own; what cannot go on there stays as it is.
     *
     * @param once names the wish: repeated, it begins nothing again
     */
    Batch begin(Deployment.Deployed process, String once) {
        return batches.order(
                new BatchOrder(
                        Batch.Kind.MIGRATE, "process=" + process.id(), null, null, String.valueOf(process.key())),
                Optional.of(once));
    }
}
