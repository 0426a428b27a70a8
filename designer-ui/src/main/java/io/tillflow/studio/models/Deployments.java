package io.tillflow.studio.models;

import io.tillflow.engine.Broker;
import io.tillflow.engine.BrokerUnavailable;
import io.tillflow.engine.Deployment;
import io.tillflow.engine.Rejected;
import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.lint.BrokerAnswer;
import io.tillflow.studio.lint.Finding;
import io.tillflow.studio.lint.Lint;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.models.Proofs.Proof;
import io.tillflow.studio.review.Reviews;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Brings models into the engine, after they were judged here. */
@Service
class Deployments {
    private static final String FROM_A_FILE = "Deployed from a file";

    private final Lint lint;
    private final Broker broker;
    private final Drawing drawing;
    private final Audit audit;
    private final Reviews reviews;
    private final Proofs proofs;
    private final ProofLog log;

    Deployments(Lint lint, Broker broker, Drawing drawing, Audit audit, Reviews reviews, Proofs proofs, ProofLog log) {
        this.reviews = reviews;
        this.proofs = proofs;
        this.log = log;
        this.lint = lint;
        this.broker = broker;
        this.drawing = drawing;
        this.audit = audit;
    }

    /** What a deployment asks of the scenarios. */
    enum Demand {
        GREEN,
        /** Red ones are told, and kept with the version. */
        ANYWAY
    }

    /** Judges the files by the rules alone: quick, and sends nothing. */
    Outcome judge(List<ModelFile> files) {
        List<Finding> findings = check(files);
        return hasErrors(findings) ? new Outcome.Refused(findings) : new Outcome.WouldDeploy(findings, Proved.NOTHING);
    }

    /** Judges the files as a deployment would, scenarios included, and sends nothing. */
    Outcome rehearse(List<ModelFile> files, Proofs.Watch watch) {
        List<Finding> findings = check(files);
        if (hasErrors(findings)) {
            return new Outcome.Refused(findings);
        }
        Proved proved;
        try {
            proved = Proved.of(proofs, files, watch);
        } catch (Proofs.NotItsTurn waiting) {
            return new Outcome.Busy(String.valueOf(waiting.getMessage()));
        }
        return proved.red().isEmpty()
                ? new Outcome.WouldDeploy(findings, proved)
                : new Outcome.Refused(both(proved.red(), findings), proved);
    }

    /** Deploys all files or none, and keeps what was deployed as versions. */
    Outcome deploy(List<ModelFile> files, Demand demand) {
        List<Finding> findings = check(files);
        if (hasErrors(findings)) {
            return new Outcome.Refused(findings);
        }
        try {
            return send(files, demand, findings, Proved.of(proofs, files, Proofs.Watch.NONE), FROM_A_FILE);
        } catch (Proofs.NotItsTurn waiting) {
            return new Outcome.Busy(String.valueOf(waiting.getMessage()));
        }
    }

    /** The same with what a rehearsal of these files has proved: nothing is played again. */
    Outcome deploy(List<ModelFile> files, Demand demand, Proved proved) {
        List<Finding> findings = check(files);
        return hasErrors(findings) ? new Outcome.Refused(findings) : send(files, demand, findings, proved, FROM_A_FILE);
    }

    /** A former version becomes the newest one and goes live, or nothing changes; nothing is played. */
    Outcome again(ModelFile former, String comment) {
        List<Finding> findings = check(List.of(former));
        return hasErrors(findings)
                ? new Outcome.Refused(findings)
                : send(List.of(former), Demand.GREEN, findings, Proved.NOTHING, comment);
    }

    /** Whether what a rehearsal of these files has proved is still of what would go live. */
    boolean holds(List<ModelFile> files, Proved proved) {
        return proved.holds(proofs, files);
    }

    private Outcome send(List<ModelFile> files, Demand demand, List<Finding> findings, Proved proved, String comment) {
        if (demand == Demand.GREEN && !proved.red().isEmpty()) {
            return new Outcome.Refused(both(proved.red(), findings), proved);
        }
        try {
            Deployment done = broker.deploy(files.stream()
                    .map(file -> new Deployment.Resource(file.name(), file.content()))
                    .toList());
            files.forEach(file -> keep(file, comment, proved.of(file.name()), newest(done, file)));
            done.deployed().forEach(it -> tell(it, proved.of(it.file())));
            return new Outcome.Deployed(done.deployed(), both(proved.doubts(), findings), proved);
        } catch (Rejected refused) {
            List<Finding> reasons = BrokerAnswer.findings(
                    String.valueOf(refused.getMessage()),
                    files.stream().map(ModelFile::name).toList());
            return new Outcome.Refused(both(reasons, findings), proved);
        } catch (BrokerUnavailable away) {
            return new Outcome.EngineAway(String.valueOf(away.getMessage()));
        }
    }

    private static List<Finding> both(List<Finding> first, List<Finding> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    private List<Finding> check(List<ModelFile> files) {
        if (files.isEmpty()) {
            return List.of(Finding.error("", "", "kind", "Expected at least one file named .bpmn, .dmn or .form."));
        }
        List<Finding> findings = new ArrayList<>(lint.check(files));
        files.forEach(file -> reviews.obstacle(file.name(), file.text())
                .ifPresent(why -> findings.add(Finding.error(file.name(), "", "four-eyes", why))));
        return findings;
    }

    /** What the engine made of the file, or keeps of it. */
    private static long newest(Deployment done, ModelFile file) {
        return done.deployed().stream()
                .filter(it -> it.file().equals(file.name()))
                .mapToLong(Deployment.Deployed::key)
                .max()
                .orElse(0);
    }

    private void keep(ModelFile file, String comment, Proof proof, long key) {
        String text = new String(file.content(), StandardCharsets.UTF_8);
        if (drawing.keep(file.name(), text, comment) instanceof Saved.Version(var id, var version, var changed)) {
            log.keep(id, version, proof, key);
        }
    }

    private void tell(Deployment.Deployed deployed, Proof proof) {
        Map<String, Object> after = new LinkedHashMap<>();
        after.put("file", deployed.file());
        after.put("version", deployed.version());
        after.put("key", String.valueOf(deployed.key()));
        if (!proof.passed()) {
            after.put("anyway", proof.red().stream().map(Finding::message).toList());
        }
        audit.record(
                "model.deployed",
                deployed.kind().name().toLowerCase(java.util.Locale.ROOT) + "/" + deployed.id(),
                null,
                after);
    }

    private static boolean hasErrors(List<Finding> findings) {
        return findings.stream().anyMatch(Finding::isError);
    }
}
