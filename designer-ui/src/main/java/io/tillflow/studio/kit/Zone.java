package io.tillflow.studio.kit;

import com.vaadin.flow.component.UI;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The time zone of whoever looks at a page, as the browser tells it; away from any page that of this machine. */
public final class Zone {
    private Zone() {}

    public static ZoneId here() {
        @Nullable UI page = UI.getCurrent();
        @Nullable
        String told =
                page == null ? null : page.getPage().getExtendedClientDetails().getTimeZoneId();
        return of(told);
    }

    /** A browser may name none, or one that is not known here. */
    static ZoneId of(@Nullable String told) {
        if (told == null || told.isBlank()) {
            return ZoneId.systemDefault();
        }
        try {
            return ZoneId.of(told);
        } catch (DateTimeException unknown) {
            return ZoneId.systemDefault();
        }
    }
}
