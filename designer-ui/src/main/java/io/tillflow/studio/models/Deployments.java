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
import io.tillflow.studio.review.Reviews;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Brings models into the engine, after they were judged here. */
@Service
class Deployments {
    private final Lint lint;
    private final Broker broker;
    private final Drawing drawing;
    private final Audit audit;
    private final Reviews reviews;

    Deployments(Lint lint, Broker broker, Drawing drawing, Audit audit, Reviews reviews) {
        this.reviews = reviews;
        this.lint = lint;
        this.broker = broker;
        this.drawing = drawing;
        this.audit = audit;
    }

    /** Judges the files as a deployment would, and sends nothing. */
    Outcome rehearse(List<ModelFile> files) {
        List<Finding> findings = check(files);
        return hasErrors(findings) ? new Outcome.Refused(findings) : new Outcome.WouldDeploy(findings);
    }

    /** Deploys all files or none, and keeps what was deployed as versions. */
    Outcome deploy(List<ModelFile> files) {
        List<Finding> findings = check(files);
        if (hasErrors(findings)) {
            return new Outcome.Refused(findings);
        }
        try {
            Deployment done = broker.deploy(files.stream()
                    .map(file -> new Deployment.Resource(file.name(), file.content()))
                    .toList());
            files.forEach(this::keep);
            done.deployed().forEach(this::tell);
            return new Outcome.Deployed(done.deployed(), findings);
        } catch (Rejected refused) {
            List<Finding> all = new ArrayList<>(BrokerAnswer.findings(
                    String.valueOf(refused.getMessage()),
                    files.stream().map(ModelFile::name).toList()));
            all.addAll(findings);
            return new Outcome.Refused(all);
        } catch (BrokerUnavailable away) {
            return new Outcome.EngineAway(String.valueOf(away.getMessage()));
        }
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

    private void keep(ModelFile file) {
        drawing.keep(file.name(), new String(file.content(), StandardCharsets.UTF_8), "Deployed from a file");
    }

    private void tell(Deployment.Deployed deployed) {
        audit.record(
                "model.deployed",
                deployed.kind().name().toLowerCase(java.util.Locale.ROOT) + "/" + deployed.id(),
                null,
                Map.of("file", deployed.file(), "version", deployed.version(), "key", String.valueOf(deployed.key())));
    }

    private static boolean hasErrors(List<Finding> findings) {
        return findings.stream().anyMatch(Finding::isError);
    }
}
