package io.tillflow.launcher.cli;

import io.tillflow.launcher.cli.Diagnosis.Check;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** How long the vault can be opened that secrets come from. */
final class VaultOfSecrets {
    private VaultOfSecrets() {}

    /** None where there is no vault; {@code answer} is missing when the connectors do not tell, which others say. */
    static List<Check> of(JsonNode answer) {
        if (!answer.path("used").asBoolean(false)) {
            return List.of();
        }
        String problem = answer.path("problem").asString("");
        if (!problem.isEmpty()) {
            return List.of(Check.unready("vault", problem, "renew it or make another, and start the suite with that"));
        }
        String ends = answer.path("ends").asString("");
        String detail = ends.isEmpty()
                ? answer.path("told").asBoolean(false)
                        ? "its token does not end"
                        : "nothing refuses its token; how long it is good for was not told"
                : answer.path("renewed").asBoolean(false)
                        ? "its token is good until " + ends + " and is renewed before"
                        : "its token is good until " + ends;
        return List.of(Check.fine("vault", detail));
    }
}
