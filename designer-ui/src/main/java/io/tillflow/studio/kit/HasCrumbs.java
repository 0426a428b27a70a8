package io.tillflow.studio.kit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A view below another one: the top bar shows the way back. */
public interface HasCrumbs {

    /** One step of the way; the last one, where the user is, has no route. */
    record Crumb(String text, @Nullable String route) {}

    List<Crumb> crumbs();
}
