package io.tillflow.launcher.suite;

import io.tillflow.launcher.process.Command;
import io.tillflow.launcher.process.Stop;
import io.tillflow.launcher.settings.Port;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A process the launcher starts, watches and stops. */
public interface Child {

    /** What people type, log files and JSON call it. */
    String name();

    Rank rank();

    /** The ports it listens on; the first is the one people ask for. */
    List<Port> ports();

    /** The address it listens on. */
    default String address() {
        return "127.0.0.1";
    }

    /** Why it cannot be started at all, for instance because it was not built. */
    default Optional<String> missing() {
        return Optional.empty();
    }

    /** What must be there before each start: unpacked programs, an initialised folder, nothing stale. */
    void prepare() throws IOException;

    Command command();

    /** Asked again and again until it says yes. */
    boolean ready();

    /** Done once after it is first ready, before what waits for it starts. */
    default void whenReady() {}

    /** Done before it is asked to end with the suite. */
    default void beforeStop() {}

    Stop stop();
}
