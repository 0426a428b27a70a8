package io.tillflow.studio.instances;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.shared.Registration;
import io.tillflow.studio.kit.Live;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** "Live", as long as changes really arrive; otherwise it says that they do not. */
public final class LiveMark extends Span {

    private final LiveHistory live;
    private @Nullable Registration watching;

    public LiveMark(LiveHistory live) {
        this.live = live;
        addClassName("live");
        getElement().setAttribute("role", "status");
        addAttachListener(attach -> {
            watching = live.watchConnection(() -> Live.update(attach.getUI(), this::show));
            show();
        });
        addDetachListener(detach -> Objects.requireNonNull(watching).remove());
    }

    private void show() {
        boolean connected = live.connected();
        setClassName("off", !connected);
        setText(getTranslation(connected ? "instances.live" : "instances.live.off"));
    }
}
