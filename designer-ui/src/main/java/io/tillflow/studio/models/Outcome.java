package io.tillflow.studio.models;

import io.tillflow.engine.Deployment;
import io.tillflow.studio.lint.Finding;
import java.util.List;

/** What became of a deployment: all files or none. */
public sealed interface Outcome {

    /** Everything is in the engine; findings are warnings. */
    record Deployed(List<Deployment.Deployed> deployed, List<Finding> findings, Proved proved) implements Outcome {}

    /** Nothing was wrong with the files; nothing was sent either. */
    record WouldDeploy(List<Finding> findings, Proved proved) implements Outcome {}

    /** Nothing was deployed; at least one finding is an error. */
    record Refused(List<Finding> findings, Proved proved) implements Outcome {
        Refused(List<Finding> findings) {
            this(findings, Proved.NOTHING);
        }

        /** Whether only scenarios stand against it, so that who deploys may do so anyway. */
        boolean onlyByScenarios() {
            return findings.stream()
                    .filter(Finding::isError)
                    .allMatch(it -> it.rule().equals(Proofs.RULE));
        }
    }

    /** The engine did not answer: nothing is known to have been deployed. */
    record EngineAway(String message) implements Outcome {}

    /** Others play their scenarios first: nothing was deployed, and nothing is wrong with the files as far as anybody knows. */
    record Busy(String message) implements Outcome {}
}
