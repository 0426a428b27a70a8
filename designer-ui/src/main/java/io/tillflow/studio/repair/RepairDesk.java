package io.tillflow.studio.repair;

import io.tillflow.engine.BrokerUnavailable;
import io.tillflow.engine.CommandFailed;
import io.tillflow.engine.Rejected;
import io.tillflow.studio.repair.CommandLog.Entry;
import io.tillflow.studio.repair.CommandLog.Known;
import io.tillflow.studio.repair.Receipt.State;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Takes repairs of single instances. Each is written down before it is sent, and its receipt tells truthfully how far it came. */
@Service
public class RepairDesk {

    private static final int RECENT = 50;

    private static final Set<State> ENDS = EnumSet.of(State.VISIBLE, State.REFUSED, State.PARTLY);

    private final Acts acts;
    private final Restarts restarts;
    private final CommandLog log;
    private final Sightings sightings;
    private final CurrentUser user;
    private final JsonMapper json;

    RepairDesk(Acts acts, Restarts restarts, CommandLog log, Sightings sightings, CurrentUser user, JsonMapper json) {
        this.acts = acts;
        this.restarts = restarts;
        this.log = log;
        this.sightings = sightings;
        this.user = user;
        this.json = json;
    }

    /**
     * Does it once: the same key of the same person is answered with what happened the first time.
     *
     * @throws Rejected when the engine refuses; nothing happened then, but for what it names as done before
     * @throws BrokerUnavailable when it does not answer
     */
    @RolesAllowed(Role.Is.OPERATOR)
    public Receipt order(Repair repair, Optional<String> idempotencyKey) {
        String actor = user.name();
        Entry entry = log.begin(repair, actor, json.writeValueAsString(repair), idempotencyKey);
        if (!entry.fresh()) {
            return receipt(entry.id()).orElseThrow();
        }
        try {
            log.accepted(entry.id(), carryOut(entry.id(), repair, actor));
        } catch (CommandFailed failed) {
            noted(entry.id(), failed);
            throw failed;
        }
        return receipt(entry.id()).orElseThrow();
    }

    private void noted(long id, CommandFailed failed) {
        boolean unanswered = failed instanceof BrokerUnavailable away && !away.notTaken();
        State known = failed.done().isEmpty() ? State.REFUSED : State.PARTLY;
        log.failed(id, unanswered ? State.UNANSWERED : known, Objects.toString(failed.getMessage(), "refused"));
        if (failed instanceof BrokerUnavailable && !unanswered) {
            log.mayBeGivenAgain(id);
        }
    }

    private @Nullable Long carryOut(long id, Repair repair, String actor) {
        if (repair instanceof Repair.Restart restart) {
            return restarts.perform(restart, actor, id);
        }
        acts.perform(repair, actor);
        return null;
    }

    /** As {@link #order}, by a person at a page: every click is meant. */
    @RolesAllowed(Role.Is.OPERATOR)
    public Receipt order(Repair repair) {
        return order(repair, Optional.empty());
    }

    /** How far a command came; looks into history if it was not visible at the last look. */
    @RolesAllowed(Role.Is.VIEWER)
    public Optional<Receipt> receipt(long id) {
        return log.find(id).map(this::current);
    }

    /** The latest commands to an instance, newest first. */
    @RolesAllowed(Role.Is.VIEWER)
    public List<Receipt> receipts(long instanceKey) {
        return log.of(instanceKey, RECENT).stream().map(this::current).toList();
    }

    private Receipt current(Known known) {
        Receipt receipt = known.receipt();
        // one that was cut off by a crash is still SENT: whether it happened is for history to say, too
        if (ENDS.contains(receipt.state())) {
            return receipt;
        }
        if (receipt.kind().equals("RESTART") && receipt.newInstanceKey() == null) {
            sightings.successor(known).ifPresent(it -> log.succeeded(Long.parseLong(receipt.id()), it));
        }
        return sightings
                .of(known)
                .map(position -> {
                    log.visible(Long.parseLong(receipt.id()), position.orElse(null));
                    return log.find(Long.parseLong(receipt.id())).orElseThrow().receipt();
                })
                .orElseGet(() ->
                        log.find(Long.parseLong(receipt.id())).orElseThrow().receipt());
    }
}
