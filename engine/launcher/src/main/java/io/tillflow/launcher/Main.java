package io.tillflow.launcher;

import io.tillflow.launcher.cli.Tillflow;

/** Where {@code ./tillflow} hands over to Java. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Tillflow.commandLine().execute(arguments));
    }
}
