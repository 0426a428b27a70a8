package io.tillflow.launcher.cli;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.settings.Setting;
import io.tillflow.launcher.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;

/** What must hold before anything is started. */
record Prerequisites(Settings settings) {

    private static final int OLDEST_JAVA = 21;

    void check() throws IOException {
        int java = Runtime.version().feature();
        if (java < OLDEST_JAVA) {
            throw new Trouble("Tillflow needs Java " + OLDEST_JAVA + " or newer, but this is Java " + java
                    + ": set JAVA_HOME to a newer JDK.");
        }
        long free = Files.getFileStore(settings.folders().data()).getUsableSpace();
        if (free < settings.size(Setting.DISK_MINIMUM)) {
            throw new Trouble("The disk of " + settings.folders().data() + " has only " + (free >> 20)
                    + " MB free and Tillflow wants " + settings.text(Setting.DISK_MINIMUM)
                    + ": free some space, or choose another folder with TILLFLOW_DATA.");
        }
    }
}
