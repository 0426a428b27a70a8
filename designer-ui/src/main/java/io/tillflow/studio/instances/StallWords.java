package io.tillflow.studio.instances;

import com.vaadin.flow.component.Component;
import io.tillflow.engine.history.Stall;
import io.tillflow.studio.kit.Times;
import java.time.Instant;
import java.util.Locale;

/** Says in the page's language why something probably waits, and against what that is too long. */
public final class StallWords {

    private StallWords() {}

    /** The likely cause as a sentence. */
    public static String cause(Component page, Locale locale, Stall stall) {
        Stall.Cause cause = stall.cause();
        String key = "watch.why." + cause.why().name().toLowerCase(Locale.ROOT);
        boolean known = cause.at().isPresent();
        if (cause.why() == Stall.Why.NO_WORKER && !known) {
            key = key + ".ever";
        }
        String at = cause.at().map(it -> when(it, locale)).orElse("");
        return page.getTranslation(key, cause.subject(), cause.key(), at);
    }

    /** What the wait is measured by. */
    public static String measure(Component page, Stall stall) {
        String after = Times.duration(stall.limit().after());
        return stall.limit().general()
                ? page.getTranslation("watch.limit.general", after)
                : page.getTranslation("watch.limit.own", after, stall.limit().samples());
    }

    private static String when(Instant at, Locale locale) {
        return Texts.exact(at, locale);
    }
}
