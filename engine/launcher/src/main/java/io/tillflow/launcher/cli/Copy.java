package io.tillflow.launcher.cli;

import io.tillflow.launcher.settings.Folders;
import io.tillflow.launcher.settings.Secrets;
import io.tillflow.launcher.settings.Setting;
import io.tillflow.launcher.settings.Settings;
import io.tillflow.launcher.suite.Suite;
import io.tillflow.launcher.supervisor.RunFile;
import io.tillflow.launcher.supervisor.RunState;
import java.util.Map;
import java.util.Optional;

/** A copy of the suite as it was last started: its settings with the base port it really uses, and its state. */
record Copy(Settings settings, RunState state) {

    static Copy of(CopyOptions options) {
        Settings asked = options.settings(Map.of());
        RunState state = new RunFile(asked.folders()).read(asked.ports().base());
        Settings used = options.settings(Map.of(Setting.PORT_BASE, "" + state.portBase()));
        return new Copy(used, state);
    }

    Folders folders() {
        return settings.folders();
    }

    boolean running() {
        return state.launcherIsAlive();
    }

    /** Nothing before the first start. */
    Optional<Suite> suite() {
        return Secrets.load(folders().secrets()).map(secrets -> Suite.of(settings, secrets));
    }
}
