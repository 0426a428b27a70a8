package io.tillflow.studio.instances;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.tillflow.engine.history.Facts.Call;
import io.tillflow.engine.history.Instance;
import io.tillflow.studio.instances.Stories.Story;
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.kit.Redraw;
import io.tillflow.studio.kit.Times;
import java.time.Duration;
import java.util.function.Function;

/** Order, state, money, then what can be done. */
final class InstanceHead extends Div {

    private final Div titles = new Div();
    private final NativeButton retry;
    private final NativeButton modify;
    private final NativeButton migrate;
    private final NativeButton cancel;
    private final NativeButton delete;
    private final boolean operator;
    private final Function<Instance, String> title;

    /** What its buttons do. */
    record Acts(Runnable retry, Runnable modify, Runnable migrate, Runnable cancel, Runnable delete) {}

    InstanceHead(boolean operator, Function<Instance, String> title, Acts acts) {
        this.operator = operator;
        this.title = title;
        addClassName("ih");
        titles.addClassName("grow");
        retry = Pieces.button(getTranslation("instances.retry"), "run", acts.retry());
        modify = Pieces.button(getTranslation("instances.modify"), "right", acts.modify());
        migrate = Pieces.button(getTranslation("instances.migrate"), "", acts.migrate());
        cancel = Pieces.button(getTranslation("instances.cancel"), "ban", acts.cancel(), "risk");
        delete = Pieces.button(getTranslation("instances.delete"), "x", acts.delete(), "risk");
        add(titles, retry, modify, migrate, cancel, delete);
    }

    void show(Story story) {
        Instance instance = story.facts().instance();
        H1 title = new H1(title(story, instance.businessKey()));
        title.addClassName("num");
        Div first = new Div(title, Pieces.badge(this, instance.state()));
        first.addClassNames("row", "title");
        story.variable("order")
                .filter(it -> it.path("total").isNumber())
                .ifPresent(it -> first.add(stake(
                        Amounts.text(
                                it.path("total").asLong(0), it.path("currency").asString("EUR"), getLocale()),
                        instance.state().open())));
        Redraw.in(titles, first, under(story, instance));
        boolean open = instance.state().open();
        retry.setVisible(operator && instance.openIncidents() > 0);
        modify.setVisible(operator && open);
        migrate.setVisible(operator && open);
        cancel.setVisible(operator && open);
        delete.setVisible(operator && !open);
    }

    private String title(Story story, String key) {
        if (key.isEmpty()) {
            return story.model().title();
        }
        return story.variable("order").isPresent() ? getTranslation("instances.order", key) : key;
    }

    private Span stake(String amount, boolean open) {
        Span stake =
                new Span(Pieces.text(amount, "strong"), new Span(open ? " " + getTranslation("instances.stake") : ""));
        stake.addClassNames("num", "stake");
        return stake;
    }

    private Div under(Story story, Instance instance) {
        Div line = new Div(new Span(story.model().title() + " v" + instance.version()), dot());
        line.add(new Span(getTranslation("instances.started", Texts.exact(instance.startedAt(), getLocale()))), dot());
        story.facts().calls().caller().ifPresent(it -> line.add(caller(it), dot()));
        instance.endedAt()
                .ifPresentOrElse(
                        end -> line.add(new Span(getTranslation(
                                "instances.took", Times.duration(Duration.between(instance.startedAt(), end))))),
                        () -> line.add(Pieces.ago(instance.startedAt())));
        NativeButton copy = Pieces.button("", "copy", () -> copy(instance.key()), "chip-x");
        copy.setAriaLabel(getTranslation("instances.copy"));
        line.add(dot(), Pieces.text(String.valueOf(instance.key()), "mono"), copy);
        line.addClassNames("meta", "num", "row", "sub");
        return line;
    }

    private Span caller(Call call) {
        Instance instance = call.instance();
        String name = title.apply(instance) + (instance.businessKey().isEmpty() ? "" : " " + instance.businessKey());
        return new Span(new Span(getTranslation("instances.caller") + " "), Pieces.instanceLink(instance.key(), name));
    }

    private void copy(long key) {
        getElement().executeJs("navigator.clipboard && navigator.clipboard.writeText($0)", String.valueOf(key));
        Notices.done(getTranslation("instances.copied"));
    }

    private static Span dot() {
        return Pieces.text("·", "dim");
    }
}
