package io.tillflow.studio.repair;

import io.tillflow.engine.Rejected;
import io.tillflow.engine.history.Count;
import io.tillflow.engine.history.Definitions;
import io.tillflow.engine.history.InstanceFilter;
import io.tillflow.engine.history.InstanceState;
import io.tillflow.engine.history.Instances;
import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.instances.Parameters;
import io.tillflow.studio.repair.Batch.Item;
import io.tillflow.studio.repair.Batch.Kind;
import io.tillflow.studio.repair.Batch.State;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Takes orders for many instances at once, and pauses, resumes and ends them. */
@Service
public class Batches {

    /** No batch holds more; a larger one is ordered in parts. */
    static final int MOST = 100_000;

    private static final Set<String> CONDITIONS = new TreeSet<>(Set.of(
            "q", "process", "version", "state", "element", "from", "to", "incident", "var", "order", "customer"));
    private static final Set<InstanceState> ENDED = EnumSet.of(InstanceState.COMPLETED, InstanceState.CANCELLED);
    private static final int LISTED = 100;

    private final BatchStore store;
    private final Instances instances;
    private final Definitions definitions;
    private final HistoryMark mark;
    private final Audit audit;
    private final CurrentUser user;
    private final JsonMapper json;

    Batches(
            BatchStore store,
            Instances instances,
            Definitions definitions,
            HistoryMark mark,
            Audit audit,
            CurrentUser user,
            JsonMapper json) {
        this.store = store;
        this.instances = instances;
        this.definitions = definitions;
        this.mark = mark;
        this.audit = audit;
        this.user = user;
        this.json = json;
    }

    /** How many instances an order would be about. */
    @RolesAllowed(Role.Is.OPERATOR)
    public Count preview(BatchOrder order) {
        return instances.count(parameters(order).filter(), MOST);
    }

    /**
     * Fixes the instances and begins; the same key of the same person is answered with the batch it began first.
     *
     * @throws KeyUsedForAnother when that was about something else
     */
    @RolesAllowed(Role.Is.OPERATOR)
    public Batch order(BatchOrder order, Optional<String> idempotencyKey) {
        String actor = user.name();
        String asked = json.writeValueAsString(order);
        Optional<Long> repeated =
                idempotencyKey.isEmpty() ? Optional.empty() : store.repeated(actor, idempotencyKey.get(), asked);
        if (repeated.isPresent()) {
            return store.find(repeated.get()).orElseThrow();
        }
        known(order.target());
        List<Long> keys = instances.keys(parameters(order).filter(), MOST + 1);
        if (keys.isEmpty()) {
            throw new Rejected(
                    Rejected.Why.INVALID, "No instance matches " + order.filter() + ": nothing to do.", null);
        }
        if (keys.size() > MOST) {
            throw new Rejected(
                    Rejected.Why.INVALID,
                    "More than " + MOST + " instances match " + order.filter() + ": narrow it, for example by time.",
                    null);
        }
        long id = store.add(order, asked, actor, idempotencyKey, keys);
        audit.record(
                "batch.ordered",
                "batch/" + id,
                null,
                Map.of("kind", order.kind(), "filter", order.filter(), "instances", keys.size()));
        return store.find(id).orElseThrow();
    }

    /** History may hear of a version a moment after the engine has it. */
    private void known(OptionalLong target) {
        if (target.isEmpty() || definitions.bpmn(target.getAsLong()).isPresent()) {
            return;
        }
        mark.await();
        if (definitions.bpmn(target.getAsLong()).isEmpty()) {
            throw new IllegalArgumentException(
                    "expected to be the key of a process version, but there is none with " + target.getAsLong());
        }
    }

    @RolesAllowed(Role.Is.VIEWER)
    public List<Batch> newest() {
        return store.newest(LISTED);
    }

    @RolesAllowed(Role.Is.VIEWER)
    public Optional<Batch> find(long id) {
        return store.find(id);
    }

    @RolesAllowed(Role.Is.VIEWER)
    public List<Item> items(long id, String state, long after, int limit) {
        return store.items(id, state, after, limit);
    }

    @RolesAllowed(Role.Is.OPERATOR)
    public Batch pause(long id) {
        return change(id, State.RUNNING, State.PAUSED, "batch.paused");
    }

    @RolesAllowed(Role.Is.OPERATOR)
    public Batch resume(long id) {
        return change(id, State.PAUSED, State.RUNNING, "batch.resumed");
    }

    /** What is done stays done; the rest is left alone. */
    @RolesAllowed(Role.Is.OPERATOR)
    public Batch cancel(long id) {
        Batch batch = known(id);
        // first this, for all to see: who works at it stops after those at hand
        if (store.change(id, State.RUNNING, State.CANCELLED) || store.change(id, State.PAUSED, State.CANCELLED)) {
            store.giveUp();
            audit.record(
                    "batch.cancelled",
                    "batch/" + id,
                    Map.of("state", batch.state(), "progress", batch.progress()),
                    Map.of("state", State.CANCELLED));
        }
        return known(id);
    }

    private Batch change(long id, State from, State to, String action) {
        Batch before = known(id);
        if (store.change(id, from, to)) {
            audit.record(action, "batch/" + id, Map.of("state", before.state()), Map.of("state", to));
        } else if (before.state() != to) {
            throw new Rejected(
                    Rejected.Why.WRONG_STATE,
                    "Expected batch " + id + " to be " + from + ", but it is " + before.state() + ".",
                    null);
        }
        return known(id);
    }

    private Batch known(long id) {
        return store.find(id)
                .orElseThrow(() -> new Rejected(Rejected.Why.NOT_FOUND, "There is no batch with id " + id + ".", null));
    }

    private static Parameters parameters(BatchOrder order) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        for (String part : order.filter().replaceFirst("^\\?", "").split("&")) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : decoded(part.substring(0, equals));
            if (!CONDITIONS.contains(name)) {
                throw new IllegalArgumentException("expected the filter to be made of " + String.join(", ", CONDITIONS)
                        + ", but it has \"" + name + "\"");
            }
            given.computeIfAbsent(name, it -> new ArrayList<>()).add(decoded(part.substring(equals + 1)));
        }
        Parameters parsed = Parameters.parse(given);
        Set<InstanceState> states = parsed.filter().states();
        boolean delete = order.kind() == Kind.DELETE;
        if (delete && states.stream().anyMatch(InstanceState::open)) {
            throw new IllegalArgumentException(
                    "expected a filter of ended instances, such as state=completed,cancelled: what runs is not deleted");
        }
        // what has ended cannot be repaired, and only that can be deleted
        return states.isEmpty()
                ? new Parameters(
                        parsed.filter().withStates(delete ? ENDED : InstanceFilter.OPEN_STATES), parsed.order())
                : parsed;
    }

    /** What can be done to those that a filter finds: what has ended can be deleted, and nothing else. */
    public List<Kind> kinds(String filter) {
        Set<InstanceState> states = parameters(new BatchOrder(Kind.RETRY, filter, null, null, null))
                .filter()
                .states();
        return ENDED.containsAll(states)
                ? List.of(Kind.DELETE)
                : Arrays.stream(Kind.values()).filter(it -> it != Kind.DELETE).toList();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
