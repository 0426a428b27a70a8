package io.tillflow.launcher.suite;

import io.tillflow.launcher.dist.Distributions;
import io.tillflow.launcher.settings.Folders;
import io.tillflow.launcher.settings.Secrets;
import io.tillflow.launcher.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The children that the settings ask for: an external database or broker is not started. */
public record Suite(List<Child> children, Database database, String adminPassword) {

    public Suite {
        children = List.copyOf(children);
    }

    public static Suite of(Settings settings, Secrets secrets) {
        Folders folders = settings.folders();
        Path archives = settings.home().resolve("engine/launcher/target/dist");
        Distributions distributions = new Distributions(archives, folders.dist());
        Database database = Database.of(settings, secrets);
        Map<String, String> shared = SharedEnvironment.of(settings, secrets, database);
        List<Child> children = new ArrayList<>();
        if (!settings.externalDatabase()) {
            children.add(new Postgres(settings, secrets, distributions));
        }
        if (!settings.externalZeebe()) {
            children.add(new Zeebe(settings, database, distributions));
        }
        Arrays.stream(App.Which.values()).forEach(which -> children.add(new App(which, settings, shared)));
        return new Suite(children, database, SharedEnvironment.adminPassword(settings, secrets));
    }
}
