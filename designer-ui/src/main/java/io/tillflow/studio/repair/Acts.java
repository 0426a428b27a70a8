package io.tillflow.studio.repair;

import io.tillflow.engine.Broker;
import io.tillflow.engine.CommandFailed;
import io.tillflow.engine.Modification;
import io.tillflow.engine.Rejected;
import io.tillflow.engine.history.Facts.Incident;
import io.tillflow.engine.history.Facts.Variable;
import io.tillflow.engine.history.Instance;
import io.tillflow.engine.history.InstanceFacts;
import io.tillflow.engine.history.Instances;
import io.tillflow.engine.history.Token;
import io.tillflow.studio.audit.Audit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends repairs to the engine, or deletes from history, and records who changed what. It asks nobody's permission: that is its callers' work. */
@Component
class Acts {

    private final Broker broker;
    private final Instances instances;
    private final InstanceFacts facts;
    private final Deletions deletions;
    private final Audit audit;
    private final JsonMapper json;

    Acts(Broker broker, Instances instances, InstanceFacts facts, Deletions deletions, Audit audit, JsonMapper json) {
        this.broker = broker;
        this.instances = instances;
        this.facts = facts;
        this.deletions = deletions;
        this.audit = audit;
        this.json = json;
    }

    /** Carries a repair out and says what it did in a few words; empty when there was nothing to do any more. */
    Optional<String> perform(Repair repair, String actor) {
        try {
            return act(repair, actor);
        } catch (Rejected refused) {
            throw explained(repair, refused);
        }
    }

    private Optional<String> act(Repair repair, String actor) {
        return switch (repair) {
            case Repair.Retry it -> retry(it.instanceKey(), actor);
            case Repair.RetryStep it -> retry(it, actor);
            case Repair.SetVariables it -> set(it, actor);
            case Repair.Cancel it -> {
                Map<String, Object> before = standing(it.instanceKey());
                broker.cancel(it.instanceKey());
                audit.recordAs(
                        actor, "instance.cancelled", subject(it.instanceKey()), before, Map.of("state", "CANCELLED"));
                yield Optional.of("cancelled");
            }
            case Repair.Modify it -> modify(it, actor);
            case Repair.Migrate it -> migrate(it, actor);
            case Repair.Restart it -> throw new IllegalStateException("Restarts begins " + it.instanceKey() + " anew");
            case Repair.Delete it -> deletions.delete(it.instanceKey(), actor);
            case Repair.Publish it -> {
                long key = broker.publish(it.message());
                audit.recordAs(
                        actor,
                        "message.published",
                        "message/" + key,
                        null,
                        Map.of(
                                "name",
                                it.message().name(),
                                "correlationKey",
                                it.message().correlationKey()));
                yield Optional.of("published");
            }
        };
    }

    private Optional<String> retry(long instanceKey, String actor) {
        running(instanceKey);
        int retried = 0;
        for (Incident incident : facts.incidents(instanceKey)) {
            try {
                retried += incident.open() && retried(incident, actor) ? 1 : 0;
            } catch (CommandFailed failed) {
                throw retried == 0 ? failed : failed.after(retried + " retried");
            }
        }
        return retried == 0 ? Optional.empty() : Optional.of(retried + " retried");
    }

    private Optional<String> retry(Repair.RetryStep wanted, String actor) {
        running(wanted.instanceKey());
        Incident incident = facts.incident(wanted.incidentKey())
                .filter(it -> it.processInstanceKey() == wanted.instanceKey())
                .orElseThrow(() -> new Rejected(
                        Rejected.Why.NOT_FOUND, "There is no incident with key " + wanted.incidentKey() + ".", null));
        if (!incident.open()) {
            throw new Rejected(
                    Rejected.Why.WRONG_STATE,
                    "Expected incident " + incident.key() + " to be open, but it was resolved at "
                            + incident.resolvedAt().map(Object::toString).orElse("a time unknown") + ".",
                    null);
        }
        return retried(incident, actor) ? Optional.of("1 retried") : Optional.empty();
    }

    /** False when somebody else was quicker. */
    private boolean retried(Incident incident, String actor) {
        try {
            broker.retry(incident.key(), incident.jobKey(), 1);
            audit.recordAs(
                    actor,
                    "incident.retried",
                    subject(incident.processInstanceKey()),
                    Map.of(
                            "incident", incident.key(),
                            "element", incident.elementId(),
                            "message", incident.message()),
                    Map.of("retries", 1));
            return true;
        } catch (Rejected gone) {
            if (gone.why() == Rejected.Why.NOT_FOUND) {
                return false;
            }
            throw gone;
        }
    }

    private Optional<String> set(Repair.SetVariables wanted, String actor) {
        running(wanted.instanceKey());
        JsonNode values = json.readTree(wanted.json());
        Map<String, JsonNode> before = before(wanted.instanceKey(), wanted.scopeKey(), values);
        broker.setVariables(wanted.scopeKey(), wanted.json(), wanted.scopeKey() != wanted.instanceKey());
        audit.recordAs(actor, "variables.set", subject(wanted.instanceKey()), before, values);
        if (!wanted.thenRetry()) {
            return Optional.of("set");
        }
        try {
            return Optional.of(
                    retry(wanted.instanceKey(), actor).map(it -> "set, " + it).orElse("set, nothing had failed"));
        } catch (CommandFailed failed) {
            throw failed.after("set");
        }
    }

    private Map<String, JsonNode> before(long instanceKey, long scopeKey, JsonNode values) {
        Map<String, JsonNode> before = new LinkedHashMap<>();
        for (Variable it : facts.variables(instanceKey)) {
            if (it.scopeKey() == scopeKey && values.has(it.name())) {
                before.put(it.name(), it.value());
            }
        }
        return before;
    }

    /** Variables that a token brings: what they were, as far as they were there, and what they are. */
    private record Setting(Map<String, JsonNode> before, JsonNode after) {}

    private Optional<String> modify(Repair.Modify wanted, String actor) {
        long key = wanted.instanceKey();
        Modification modification = wanted.modification();
        Map<String, Object> before = standing(key);
        List<Setting> set = new ArrayList<>();
        for (Modification.Activation activation : modification.activate()) {
            for (Modification.Variables it : activation.variables()) {
                JsonNode values = json.readTree(it.json());
                boolean everywhere = it.scope().isEmpty();
                set.add(new Setting(everywhere ? before(key, key, values) : Map.of(), values));
            }
        }
        List<Token> stay = new ArrayList<>(facts.tokens(key));
        List<String> ended = stay.stream()
                .filter(it -> modification.terminate().contains(it.elementInstanceKey()))
                .map(Token::elementId)
                .toList();
        stay.removeIf(it -> modification.terminate().contains(it.elementInstanceKey()));
        List<String> begun = modification.activate().stream()
                .map(Modification.Activation::elementId)
                .toList();
        List<String> tokens = Stream.concat(stay.stream().map(Token::elementId), begun.stream())
                .toList();
        broker.modify(key, modification);
        audit.recordAs(
                actor,
                "instance.modified",
                subject(key),
                before,
                Map.of("activated", begun, "ended", ended, "tokens", tokens));
        set.forEach(it -> audit.recordAs(actor, "variables.set", subject(key), it.before(), it.after()));
        return Optional.of("modified");
    }

    private Optional<String> migrate(Repair.Migrate wanted, String actor) {
        Instance before = running(wanted.instanceKey());
        broker.migrate(wanted.instanceKey(), wanted.targetDefinitionKey(), wanted.mapping());
        audit.recordAs(
                actor,
                "instance.migrated",
                subject(wanted.instanceKey()),
                Map.of("definition", before.definitionKey(), "version", before.version()),
                Map.of("definition", wanted.targetDefinitionKey(), "mapping", wanted.mapping()));
        return Optional.of("migrated");
    }

    private Map<String, Object> standing(long instanceKey) {
        Instance instance = running(instanceKey);
        List<String> tokens =
                facts.tokens(instanceKey).stream().map(Token::elementId).toList();
        return Map.of("state", instance.state().name(), "tokens", tokens);
    }

    /** The instance, or the reason why nothing can be done to it. */
    private Instance running(long instanceKey) {
        Instance instance = instances
                .find(instanceKey)
                .orElseThrow(() -> new Rejected(
                        Rejected.Why.NOT_FOUND, "There is no instance with key " + instanceKey + ".", null));
        if (!instance.state().open()) {
            throw new Rejected(Rejected.Why.WRONG_STATE, ended(instance), null);
        }
        return instance;
    }

    /** The engine forgets what ended and says "not found": history knows better, at the latest a moment later. */
    private Rejected explained(Repair repair, Rejected refused) {
        @Nullable
        Instance instance =
                refused.why() == Rejected.Why.NOT_FOUND && repair.instance().isPresent()
                        ? instances.find(repair.instance().getAsLong()).orElse(null)
                        : null;
        return instance == null || instance.state().open()
                ? refused
                : new Rejected(Rejected.Why.WRONG_STATE, ended(instance), refused).after(refused.done());
    }

    static String ended(Instance instance) {
        return "Expected instance " + instance.key() + " to run, but it was "
                + instance.state().name().toLowerCase(java.util.Locale.ROOT) + " at "
                + Objects.requireNonNull(
                        instance.endedAt().map(Object::toString).orElse("a time unknown")) + ".";
    }

    static String subject(long instanceKey) {
        return "instance/" + instanceKey;
    }
}
