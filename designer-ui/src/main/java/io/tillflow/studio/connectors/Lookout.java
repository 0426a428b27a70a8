package io.tillflow.studio.connectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.tillflow.studio.kit.Live;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks at something of the connectors every two seconds while somebody has one of its pages open. */
public abstract class Lookout<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

    private final Supplier<T> ask;
    private final List<Watch<T>> watches = new CopyOnWriteArrayList<>();

    protected Lookout(Supplier<T> ask) {
        this.ask = ask;
    }

    private record Watch<T>(UI ui, Consumer<Optional<T>> show) {}

    /** Shows it whenever it was looked at, empty while the connectors are away. */
    public void follow(Component page, Consumer<Optional<T>> show) {
        page.addAttachListener(attach -> {
            Watch<T> watch = new Watch<>(attach.getUI(), show);
            watches.add(watch);
            page.addDetachListener(detach -> {
                detach.unregisterListener();
                watches.remove(watch);
            });
        });
    }

    public Optional<T> look() {
        try {
            return Optional.of(ask.get());
        } catch (Away | Refused away) {
            LOG.debug("The connectors cannot be asked: {}", away.getMessage());
            return Optional.empty();
        }
    }

    @Scheduled(fixedDelay = 2_000)
    void tell() {
        if (watches.isEmpty()) {
            return;
        }
        Optional<T> now = look();
        watches.forEach(watch -> Live.update(watch.ui(), () -> watch.show().accept(now)));
    }
}
