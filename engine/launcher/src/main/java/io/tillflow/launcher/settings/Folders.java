package io.tillflow.launcher.settings;

import io.tillflow.launcher.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a copy of the suite keeps what it has: everything lies under one data folder unless set otherwise. */
public record Folders(Path data, Path logs, Path archive) {

    public Path run() {
        return data.resolve("run");
    }

    public Path dist() {
        return data.resolve("dist");
    }

    public Path cache() {
        return data.resolve("cache");
    }

    /** Temporary files of one part: what a killed one left there goes at its next start. */
    public Path scratch(String name) {
        return cache().resolve("scratch").resolve(name);
    }

    public Path postgres() {
        return data.resolve("postgres");
    }

    public Path zeebe() {
        return data.resolve("zeebe");
    }

    public Path secrets() {
        return data.resolve("secrets.properties");
    }

    public Path log(String name) {
        return logs.resolve(name + ".log");
    }

    public void create() {
        try {
            for (Path folder : new Path[] {data, logs, archive, run(), dist(), cache()}) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new Trouble(
                    "Cannot create the data folder " + data + " (" + e.getMessage()
                            + "): make it writable or choose another with TILLFLOW_DATA.",
                    e);
        }
    }
}
