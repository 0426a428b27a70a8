package io.tillflow.connectors.workers;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A failure's whole story as text, so that secrets can be taken out of it before it is logged. */
final class Traces {
    private Traces() {}

    static String of(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
