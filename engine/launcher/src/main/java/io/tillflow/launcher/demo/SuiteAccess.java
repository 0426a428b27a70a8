package io.tillflow.launcher.demo;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.demo.suite.History;
import io.tillflow.launcher.demo.suite.Suite;
import io.tillflow.launcher.process.Http;
import io.tillflow.launcher.suite.Endpoints;
import java.net.URI;
import java.util.List;

/** Asks the parts of a running suite whether they can be used. */
final class SuiteAccess {
    private static final int OK = 200;

    private SuiteAccess() {}

    static Suite of(Endpoints endpoints) {
        for (URI app : List.of(endpoints.shop(), endpoints.connectors(), endpoints.studio())) {
            URI ready = app.resolve("/actuator/health/readiness");
            if (Http.status(ready) != OK) {
                throw Trouble.notReachable(
                        "Expected " + ready + " to say that it is ready, but it does not: see ./tillflow status.");
            }
        }
        return new Suite(
                endpoints.shop().toString(),
                endpoints.connectors().toString(),
                endpoints.studio().toString(),
                endpoints.serviceToken(),
                endpoints.cliToken(),
                new History(endpoints.database()));
    }
}
