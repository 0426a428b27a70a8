package io.tillflow.studio.instances;

import io.tillflow.engine.history.Overview;
import io.tillflow.studio.shell.NavCount;
import org.springframework.stereotype.Component;

/** The red number beside Instances: how many have failed and wait for repair. */
@Component
class FailingCount implements NavCount {

    private final Overview overview;

    FailingCount(Overview overview) {
        this.overview = overview;
    }

    @Override
    public String route() {
        return "instances";
    }

    @Override
    public int count() {
        return (int) overview.open().withIncidents();
    }

    @Override
    public boolean urgent() {
        return true;
    }
}
