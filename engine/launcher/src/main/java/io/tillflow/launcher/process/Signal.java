package io.tillflow.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What a process is asked to do. */
public enum Signal {
    TERM,
    /** PostgreSQL's "fast" shutdown: sessions are ended, data is written. */
    INT,
    QUIT,
    KILL;

    /** Sends the signal if the process is still the one meant. */
    public void send(ProcessIdentity target) {
        if (!target.isAlive()) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + name(), Long.toString(target.pid()))
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
