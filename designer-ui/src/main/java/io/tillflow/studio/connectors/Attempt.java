package io.tillflow.studio.connectors;

import com.vaadin.flow.component.Component;
import io.tillflow.studio.kit.Notices;

/** Does something by another part of the suite and says how it went. */
public final class Attempt {
    private Attempt() {}

    /** Whether it worked; if it did not, the page has said why. */
    public static boolean of(Component page, Runnable act, String done) {
        try {
            act.run();
            Notices.done(done);
            return true;
        } catch (Away away) {
            Notices.failed(page.getTranslation(away.peer().app() + ".away.act"));
        } catch (Refused refused) {
            Notices.failed(page.getTranslation(refused.peer().app() + ".refused", refused.why()));
        }
        return false;
    }
}
