package io.tillflow.studio.instances;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.tillflow.engine.BrokerUnavailable;
import io.tillflow.engine.CommandFailed;
import io.tillflow.engine.Rejected;
import io.tillflow.studio.kit.Live;
import io.tillflow.studio.kit.Notices;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;

/** Carries out commands off the page's thread, as the person who gave them, and tells the page how they ended. */
@Service
public class Commands {

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    /** Runs the command; then either of the two in the page, with the page's lock. */
    public void run(Component page, Runnable command, Runnable done, Consumer<RuntimeException> failed) {
        UI ui = page.getUI().orElseThrow();
        // asked here, where the page's session says who it is: another thread has no session
        SecurityContext person = SecurityContextHolder.getContext();
        executor.execute(() -> {
            SecurityContextHolder.setContext(person);
            try {
                command.run();
                Live.update(ui, done::run);
            } catch (RuntimeException e) {
                Live.update(ui, () -> failed.accept(e));
            } finally {
                SecurityContextHolder.clearContext();
            }
        });
    }

    /** Says in the page's language why a command failed, and what to do next. */
    public static void explain(Component page, RuntimeException failure) {
        switch (failure) {
            case CommandFailed half
            when !half.done().isEmpty() -> Notices.failed(page.getTranslation("instances.partly", half.getMessage()));
            case Rejected refused
            when refused.why() == Rejected.Why.NOT_FOUND -> Notices.failed(page.getTranslation("instances.gone"));
            case Rejected refused -> Notices.failed(page.getTranslation("instances.rejected", refused.getMessage()));
            case BrokerUnavailable away ->
                Notices.failed(
                        page.getTranslation(away.notTaken() ? "instances.broker.busy" : "instances.broker.away"));
            default -> {
                LOG.warn("A command failed", failure);
                Notices.failed(page.getTranslation("instances.failed"));
            }
        }
    }

    @PreDestroy
    void close() {
        executor.shutdownNow();
    }
}
