package io.tillflow.studio.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.tillflow.engine.CommandFailed;
import io.tillflow.studio.kit.Live;
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.People;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** What holds for every page: it says its language, a handed-out password is changed first, and a failure is said in words. */
@Component
class PageGuard implements VaadinServiceInitListener {
    private static final Logger LOG = LoggerFactory.getLogger(PageGuard.class);
    private static final String PASSWORD_PAGE = "settings";
    private static final String LOGIN_PAGE = "login";

    private final CurrentUser user;
    private final transient People people;

    PageGuard(CurrentUser user, People people) {
        this.user = user;
        this.people = people;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(this::say));
        event.addIndexHtmlRequestListener(PageGuard::speak);
        event.getSource().addUIInitListener(init -> init.getUI().addBeforeEnterListener(this::changePasswordFirst));
    }

    /** The page says its language from the start: words that browser code adds itself are in it, and it is read out in it. */
    private static void speak(IndexHtmlResponse page) {
        VaadinSession session = VaadinSession.getCurrent();
        if (session != null) {
            page.getDocument().select("html").attr("lang", session.getLocale().toLanguageTag());
        }
    }

    private void changePasswordFirst(BeforeEnterEvent event) {
        String path = event.getLocation().getPath();
        if (!PASSWORD_PAGE.equals(path) && !LOGIN_PAGE.equals(path) && people.mustChangePassword(user.name())) {
            event.forwardTo(PASSWORD_PAGE);
        }
    }

    private void say(ErrorEvent event) {
        if (event.getThrowable() instanceof IOException) {
            return; // the browser hung up: there is nobody to tell
        }
        UI ui = UI.getCurrent();
        String text = words(event.getThrowable());
        if (ui != null) {
            Live.update(ui, () -> Notices.failed(ui.getTranslation(text.startsWith("error.") ? text : "{0}", text)));
        }
    }

    static boolean isDatabaseAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotGetJdbcConnectionException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotCreateTransactionException) {
                return true;
            }
        }
        return false;
    }

    private static String words(Throwable failure) {
        if (isDatabaseAway(failure)) {
            return "error.database";
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CommandFailed command && command.getMessage() != null) {
                return command.getMessage();
            }
        }
        LOG.error("{} a page failed", UUID.randomUUID(), failure);
        return "error.unknown";
    }
}
