package io.tillflow.launcher.supervisor;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.process.Sockets;
import io.tillflow.launcher.settings.Port;
import io.tillflow.launcher.settings.Settings;
import io.tillflow.launcher.suite.Child;
import java.util.List;

/** Refuses to start beside a stranger on one of our ports, before anything was started. */
record BusyPorts(Settings settings) {

    private static final int APART = 100;

    void refuse(List<Child> children) {
        for (Child child : children) {
            for (Port port : child.ports()) {
                int number = settings.ports().of(port);
                if (!Sockets.isFree(child.address(), number)) {
                    throw new Trouble("Port " + number + " for " + port.title()
                            + " is taken by another program: stop that program, or start with --port-base "
                            + (settings.ports().base() + APART) + ".");
                }
            }
        }
    }
}
