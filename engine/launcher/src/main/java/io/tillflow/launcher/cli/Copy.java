package io.tillflow.launcher.cli;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.settings.Folders;
import io.tillflow.launcher.settings.Secrets;
import io.tillflow.launcher.settings.Setting;
import io.tillflow.launcher.settings.Settings;
import io.tillflow.launcher.suite.Endpoints;
import io.tillflow.launcher.suite.Suite;
import io.tillflow.launcher.supervisor.RunFile;
import io.tillflow.launcher.supervisor.RunState;
import java.util.Map;
import java.util.Optional;

/** A copy of the suite as it was last started: its settings with the base port it really uses, and its state. */
public record Copy(Settings settings, RunState state) {

    public static Copy of(CopyOptions options) {
        Settings asked = options.settings(Map.of());
        RunState state = new RunFile(asked.folders()).read(asked.ports().base());
        Settings used = options.settings(Map.of(Setting.PORT_BASE, "" + state.portBase()));
        return new Copy(used, state);
    }

    public Folders folders() {
        return settings.folders();
    }

    public boolean running() {
        return state.launcherIsAlive();
    }

    /** Where its parts answer; trouble (exit code 3) when it does not run. */
    public Endpoints reach() {
        if (!running()) {
            throw Trouble.notReachable(
                    "Tillflow does not run on " + folders().data() + ": start it with ./tillflow up.");
        }
        return endpoints()
                .orElseThrow(() -> new Trouble(
                        folders().secrets() + " is missing although the suite runs: stop it and start it again."));
    }

    /** Nothing before the first start. */
    Optional<Endpoints> endpoints() {
        return Secrets.load(folders().secrets()).map(secrets -> Endpoints.of(settings, secrets));
    }

    /** Nothing before the first start. */
    Optional<Suite> suite() {
        return Secrets.load(folders().secrets()).map(secrets -> Suite.of(settings, secrets));
    }
}
