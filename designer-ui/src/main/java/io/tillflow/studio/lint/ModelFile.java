package io.tillflow.studio.lint;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A file somebody gave us, byte by byte as it came. */
@SuppressWarnings("ArrayRecordComponent") // never compared, never put in a set
public record ModelFile(String name, byte[] content) {
    private static final int LONGEST_NAME = 200;

    /** What a file holds, told by its name. */
    public enum Kind {
        BPMN,
        DMN,
        FORM,
        UNKNOWN
    }

    public ModelFile {
        name = plain(name);
    }

    public static ModelFile of(String name, String text) {
        return new ModelFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The content of a file that was written by us or guarded, both of which is UTF-8. */
    public String text() {
        String text = new String(content, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    public Kind kind() {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".bpmn") || lower.endsWith(".bpmn20.xml")) {
            return Kind.BPMN;
        }
        if (lower.endsWith(".dmn")) {
            return Kind.DMN;
        }
        return lower.endsWith(".form") ? Kind.FORM : Kind.UNKNOWN;
    }

    /** The last part of a path, without control characters. */
    private static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "");
        return last.isBlank() ? "model" : last.substring(0, Math.min(last.length(), LONGEST_NAME));
    }
}
