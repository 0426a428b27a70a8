package io.tillflow.studio.shell;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.tillflow.studio.kit.EmptyState;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A page that could not be opened: says why in words and, when the database is away, opens it as soon as it is back. */
@Tag("div")
@AnonymousAllowed
@ParentLayout(MainLayout.class)
class FailedView extends Div implements HasErrorParameter<Exception> {
    private static final Logger LOG = LoggerFactory.getLogger(FailedView.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> failure) {
        boolean away = PageGuard.isDatabaseAway(failure.getException());
        String key = away ? "error.database" : "error.page";
        Anchor home = new Anchor(".", getTranslation("error.home"));
        home.addClassName("link");
        add(new EmptyState("alert", getTranslation(key + ".title"), getTranslation(key), home));
        if (away) {
            getElement().executeJs("""
                            const again = setInterval(() => fetch('/actuator/health/readiness')
                              .then((answer) => { if (answer.ok) { clearInterval(again); location.reload(); } }, () => {}), 2000)""");
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        LOG.error("the page {} failed", event.getLocation().getPath(), failure.getException());
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
