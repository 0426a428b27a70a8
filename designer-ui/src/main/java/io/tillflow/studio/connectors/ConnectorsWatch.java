package io.tillflow.studio.connectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.tillflow.studio.kit.Live;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Looks at the connectors every two seconds while somebody has one of their pages open. */
@Service
class ConnectorsWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectorsWatch.class);

    private final ConnectorsDesk desk;
    private final List<Watch> watches = new CopyOnWriteArrayList<>();

    ConnectorsWatch(ConnectorsDesk desk) {
        this.desk = desk;
    }

    private record Watch(UI ui, Consumer<Optional<Installed>> show) {}

    /** Shows what is installed whenever it was looked at, empty while the connectors are away. */
    void follow(Component page, Consumer<Optional<Installed>> show) {
        page.addAttachListener(attach -> {
            Watch watch = new Watch(attach.getUI(), show);
            watches.add(watch);
            page.addDetachListener(detach -> {
                detach.unregisterListener();
                watches.remove(watch);
            });
        });
    }

    /** What is installed now, empty while the connectors are away. */
    Optional<Installed> look() {
        try {
            return Optional.of(desk.installed());
        } catch (Away | Refused away) {
            LOG.debug("The connectors cannot be looked at: {}", away.getMessage());
            return Optional.empty();
        }
    }

    @Scheduled(fixedDelay = 2_000)
    void tell() {
        if (watches.isEmpty()) {
            return;
        }
        Optional<Installed> now = look();
        watches.forEach(watch -> Live.update(watch.ui(), () -> watch.show().accept(now)));
    }
}
