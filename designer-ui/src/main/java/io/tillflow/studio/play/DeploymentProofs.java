package io.tillflow.studio.play;

import io.tillflow.engine.BrokerUnavailable;
import io.tillflow.engine.Rejected;
import io.tillflow.rules.DecisionFailed;
import io.tillflow.sandbox.SandboxFailed;
import io.tillflow.studio.cases.Case;
import io.tillflow.studio.cases.CaseFile;
import io.tillflow.studio.cases.CaseRun;
import io.tillflow.studio.cases.Cases;
import io.tillflow.studio.lint.Finding;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.models.Proofs;
import io.tillflow.studio.models.Shelf;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;

/** Plays a model's scenarios, or a decision's cases, before it is deployed; remembers what came of them until something changes. */
@Service
class DeploymentProofs implements Proofs {
    /** Others play, too; who hears nothing of it is told rather than left waiting. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);

    private static final int MOST_REMEMBERED = 50;

    /** Long enough to deploy anyway without playing again; a busy machine's trouble is not held against a model for longer. */
    private static final Duration RED_HOLDS = Duration.ofMinutes(5);

    private record Known(Proof proof, Instant at) {
        boolean holdsAt(Instant now) {
            return proof.passed() || now.isBefore(at.plus(RED_HOLDS));
        }
    }

    private final ScenarioRuns runs;
    private final Scenarios scenarios;
    private final Cases cases;
    private final Plays plays;
    private final Shelf shelf;
    private final Clock clock;
    private final Map<String, Known> remembered = Collections.synchronizedMap(new LinkedHashMap<>());

    DeploymentProofs(ScenarioRuns runs, Scenarios scenarios, Cases cases, Plays plays, Shelf shelf, Clock clock) {
        this.runs = runs;
        this.scenarios = scenarios;
        this.cases = cases;
        this.plays = plays;
        this.shelf = shelf;
        this.clock = clock;
    }

    @Override
    public Proof of(ModelFile file, List<ModelFile> others, Watch watch) {
        return switch (file.kind()) {
            case BPMN -> process(id(file), file, others, watch);
            case DMN -> table(id(file), file);
            case FORM, UNKNOWN -> Proof.NOTHING;
        };
    }

    @Override
    public String basis(ModelFile file, List<ModelFile> others) {
        return switch (file.kind()) {
            case BPMN -> digest(plays.files(file, others), scenarios.of(id(file)));
            case DMN ->
                digest(
                        List.of(file),
                        Map.of("cases", CaseFile.text(cases.of(id(file)).cases())));
            case FORM, UNKNOWN -> digest(List.of(file), Map.of());
        };
    }

    private String id(ModelFile file) {
        return shelf.id(file.name()).orElseGet(() -> file.name().replaceFirst("\\.(bpmn|dmn|form)$", ""));
    }

    private Proof table(String id, ModelFile file) {
        List<Case> known = cases.of(id).cases();
        if (known.isEmpty()) {
            return Proof.NOTHING;
        }
        try {
            return new Proof(
                    known.size(),
                    CaseRun.of(id, file, known).failed().stream()
                            .map(it -> red(file, it))
                            .toList(),
                    "");
        } catch (DecisionFailed unread) {
            return new Proof(
                    known.size(), List.of(red(file, "", "The cases could not be tried: " + unread.getMessage())), "");
        }
    }

    /** At the rule that matched, where one did. */
    private static Finding red(ModelFile file, CaseRun.Result result) {
        String place = result.rules().stream().findFirst().orElse(result.decision());
        return red(file, place, "The case \"" + result.asked().name() + "\" went otherwise: " + result.detail());
    }

    private Proof process(String id, ModelFile file, List<ModelFile> others, Watch watch) {
        Map<String, String> texts = scenarios.of(id);
        if (texts.isEmpty()) {
            return Proof.NOTHING;
        }
        try {
            Playable model = Playable.of(file);
            if (!model.tooNew().isEmpty()) {
                return new Proof(texts.size(), List.of(), model.tooNew());
            }
            String key = digest(plays.files(file, others), texts);
            Known known = remembered.get(key);
            if (known != null && known.holdsAt(clock.instant())) {
                return known.proof();
            }
            Proof proof = play(id, model, others, texts.size(), watch);
            remember(key, new Known(proof, clock.instant()));
            return proof;
        } catch (CancellationException nobodyWaits) {
            throw new NotItsTurn();
        } catch (SandboxFailed | BrokerUnavailable | ScenarioRefused unplayed) {
            String why = "The scenarios could not be played: " + unplayed.getMessage();
            return new Proof(texts.size(), List.of(red(file, "", why)), "");
        }
    }

    private Proof play(String id, Playable model, List<ModelFile> others, int count, Watch watch) {
        try {
            ScenarioRuns.Run run = runs.run(id, model, others, patience(watch), done -> watch.at(done, count));
            return new Proof(
                    count,
                    run.results().stream()
                            .filter(it -> !it.passed())
                            .map(it -> red(model.file(), it))
                            .toList(),
                    "");
        } catch (Rejected refused) {
            // another engine than the sandbox's may take what this one does not; whether it does, it says itself
            return new Proof(count, List.of(), "The sandbox engine does not take it: " + refused.getMessage());
        }
    }

    /** Until its turn has come: whoever watches is told to wait and decides how long, whoever does not is not left waiting. */
    private BooleanSupplier patience(Watch watch) {
        Instant last = clock.instant().plus(LONGEST_WAIT);
        AtomicBoolean first = new AtomicBoolean(true);
        return () -> {
            if (!first.getAndSet(false)) {
                watch.waits();
            }
            return watch.over() || (watch.equals(Watch.NONE) && clock.instant().isAfter(last));
        };
    }

    private void remember(String key, Known known) {
        synchronized (remembered) {
            remembered.put(key, known);
            while (remembered.size() > MOST_REMEMBERED) {
                remembered.remove(remembered.keySet().iterator().next());
            }
        }
    }

    private static Finding red(ModelFile file, ScenarioRuns.Result result) {
        return red(file, result.at(), "The scenario \"" + result.name() + "\" went otherwise: " + result.failure());
    }

    private static Finding red(ModelFile file, String element, String message) {
        return Finding.error(file.name(), element, RULE, message);
    }

    private static String digest(List<ModelFile> files, Map<String, String> texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach(it -> {
                digest.update(it.name().getBytes(StandardCharsets.UTF_8));
                digest.update(it.content());
            });
            texts.forEach((name, text) -> digest.update((name + text).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
