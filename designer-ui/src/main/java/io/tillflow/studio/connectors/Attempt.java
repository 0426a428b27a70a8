package io.tillflow.studio.connectors;

import com.vaadin.flow.component.Component;
import io.tillflow.studio.kit.Notices;

/** Does something by the connectors and says how it went. */
public final class Attempt {
    private Attempt() {}

    /** Whether it worked; if it did not, the page has said why. */
    public static boolean of(Component page, Runnable act, String done) {
        try {
            act.run();
            Notices.done(done);
            return true;
        } catch (Away away) {
            Notices.failed(page.getTranslation("connectors.away.act"));
        } catch (Refused refused) {
            Notices.failed(page.getTranslation("connectors.refused", refused.why()));
        }
        return false;
    }
}
