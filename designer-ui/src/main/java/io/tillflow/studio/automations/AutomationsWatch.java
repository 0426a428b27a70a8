package io.tillflow.studio.automations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.kit.Live;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Looks at the automations every two seconds while somebody has one of their pages open. */
@Service
class AutomationsWatch {
    private static final Logger LOG = LoggerFactory.getLogger(AutomationsWatch.class);

    private final AutomationsDesk desk;
    private final List<Watch> watches = new CopyOnWriteArrayList<>();

    AutomationsWatch(AutomationsDesk desk) {
        this.desk = desk;
    }

    private record Watch(UI ui, Consumer<Optional<List<Automation>>> show) {}

    /** Shows the automations whenever they were looked at, empty while the connectors are away. */
    void follow(Component page, Consumer<Optional<List<Automation>>> show) {
        page.addAttachListener(attach -> {
            Watch watch = new Watch(attach.getUI(), show);
            watches.add(watch);
            page.addDetachListener(detach -> {
                detach.unregisterListener();
                watches.remove(watch);
            });
        });
    }

    Optional<List<Automation>> look() {
        try {
            return Optional.of(desk.all());
        } catch (Away | Refused away) {
            LOG.debug("The automations cannot be looked at: {}", away.getMessage());
            return Optional.empty();
        }
    }

    @Scheduled(fixedDelay = 2_000)
    void tell() {
        if (watches.isEmpty()) {
            return;
        }
        Optional<List<Automation>> now = look();
        watches.forEach(watch -> Live.update(watch.ui(), () -> watch.show().accept(now)));
    }
}
