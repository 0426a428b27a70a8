package io.tillflow.studio.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Loads the bundles that {@code web/build.mjs} makes of the folders with an {@code index.ts}, below an address that is another one
 * for each build: browsers keep them, compiled, for good.
 */
public final class Frontend {
    /** Ends with a slash. */
    public static final String PLACE = "/studio/" + build() + "/";

    private Frontend() {}

    /** Makes {@code <feature>.js} define its custom elements as soon as the component is on a page. */
    public static void require(Component component, String feature) {
        component.addAttachListener(attach -> load(attach.getUI(), feature));
    }

    private static void load(UI ui, String feature) {
        ui.getPage().addJsModule(PLACE + feature + ".js");
    }

    private static String build() {
        Properties properties = new Properties();
        try (InputStream file = Frontend.class.getResourceAsStream("/studio-build.properties")) {
            if (file != null) {
                properties.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("frontend", "0");
    }
}
