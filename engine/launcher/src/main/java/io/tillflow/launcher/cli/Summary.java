package io.tillflow.launcher.cli;

import io.tillflow.launcher.settings.Port;
import io.tillflow.launcher.settings.Secrets;
import io.tillflow.launcher.settings.Secrets.Secret;
import io.tillflow.launcher.settings.Setting;
import io.tillflow.launcher.settings.Settings;

/** The last lines of {@code up}: where to go and, the first time, how to get in. */
final class Summary {

    private Summary() {}

    static void print(Settings settings, Secrets secrets, boolean first) {
        System.out.println();
        System.out.println("  Shop    http://localhost:" + settings.ports().of(Port.SHOP));
        System.out.println("  Studio  http://localhost:" + settings.ports().of(Port.STUDIO));
        if (first && settings.given(Setting.ADMIN_PASSWORD).isEmpty()) {
            System.out.println(
                    "  Sign in to the studio as \"admin\" with the password " + secrets.get(Secret.ADMIN_PASSWORD)
                            + " (kept in " + settings.folders().secrets() + ")");
        }
        System.out.flush();
    }
}
