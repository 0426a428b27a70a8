package io.tillflow.studio.models;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.State;
import io.tillflow.studio.kit.Times;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Every version of a model, newest first, with what was deployed. */
class VersionsDialog extends Dialog {
    VersionsDialog(Workbench workbench, Model model) {
        setHeaderTitle(getTranslation("versions.title", model.name()));
        setWidth("560px");
        Map<Integer, Integer> engine = workbench.engineVersions(model.id());
        Optional<LiveVersions.Live> live = workbench.live(model);
        Div list = new Div();
        list.addClassName("versions");
        workbench.versions(model.id()).forEach(version -> {
            boolean isLive = live.isPresent()
                    && live.get().version().isPresent()
                    && live.get().version().getAsInt() == version.version();
            list.add(row(version, engine.get(version.version()), isLive));
        });
        add(list);
        getFooter().add(new Button(getTranslation("close"), click -> close()));
    }

    private Div row(ModelVersion version, @org.jspecify.annotations.Nullable Integer engineVersion, boolean live) {
        Anchor link = new Anchor(
                "models/" + version.modelId() + "?version=" + version.version(),
                getTranslation("model.version", version.version()));
        link.addClassName("link");
        Span comment = new Span(version.comment());
        comment.addClassNames("grow", "cut");
        comment.getElement().setAttribute("title", version.comment());
        Span who = new Span(
                new Span(version.author() + ", "), Times.ago(version.createdAt(), Clock.systemUTC(), getLocale()));
        who.addClassNames("meta");
        Div row = new Div(link, comment);
        if (live) {
            row.add(new Badge(State.COMPLETED, getTranslation("versions.live")));
        } else if (engineVersion != null) {
            row.add(Badge.off("check", getTranslation("versions.deployed", engineVersion)));
        }
        row.add(who);
        row.addClassNames("row", "version-row");
        return row;
    }
}
