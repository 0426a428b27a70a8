package io.tillflow.processes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The element templates of every action and trigger: class path folder {@code element-templates}, one JSON file each.
 *
 * <p>They are generated from the workers and this contract; a test of the connectors compares them with what is committed.
 */
public final class ElementTemplates {
    private static final String FOLDER = "/element-templates/";
    private static final List<String> NAMES =
            new String(bytes("index.txt"), StandardCharsets.UTF_8).lines().toList();

    private ElementTemplates() {}

    /** File names, for instance {@code payments.capture.json}. */
    public static List<String> names() {
        return NAMES;
    }

    public static byte[] read(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("expected one of the templates " + NAMES + ", but got " + name);
        }
        return bytes(name);
    }

    private static byte[] bytes(String name) {
        try (InputStream template = ElementTemplates.class.getResourceAsStream(FOLDER + name)) {
            if (template == null) {
                throw new IllegalStateException("expected the resource " + FOLDER + name + ", but it is missing");
            }
            return template.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the element template " + name, e);
        }
    }
}
