package io.tillflow.studio.alerts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.tillflow.studio.alerts.AlertDesk.Sheet;
import io.tillflow.studio.kit.Live;
import io.tillflow.studio.platform.Database;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Keeps open pages of alerts up to date, whichever studio raised them. */
@Service
class AlertsWatch {

    private static final Logger LOG = LoggerFactory.getLogger(AlertsWatch.class);

    private final AlertDesk desk;
    private final Database database;
    private final List<Page> pages = new CopyOnWriteArrayList<>();

    AlertsWatch(AlertDesk desk, Database database) {
        this.desk = desk;
        this.database = database;
    }

    private record Page(UI ui, Consumer<Sheet> show) {}

    void follow(Component component, Consumer<Sheet> show) {
        component.addAttachListener(attach -> {
            Page page = new Page(attach.getUI(), show);
            pages.add(page);
            component.addDetachListener(detach -> {
                detach.unregisterListener();
                pages.remove(page);
            });
        });
    }

    @Scheduled(fixedDelay = 3_000)
    void tell() {
        if (pages.isEmpty() || !database.ready()) {
            return;
        }
        try {
            Sheet sheet = desk.sheet();
            pages.forEach(it -> Live.update(it.ui(), () -> it.show().accept(sheet)));
        } catch (RuntimeException failure) {
            LOG.debug("open pages of alerts could not be refreshed: {}", failure.getMessage());
        }
    }
}
