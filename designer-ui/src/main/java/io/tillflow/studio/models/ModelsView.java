package io.tillflow.studio.models;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.kit.State;
import io.tillflow.studio.kit.Times;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.review.Review;
import io.tillflow.studio.review.ReviewBadge;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Route("models")
@Menu(order = 30, title = "menu.models", icon = "flow")
@PermitAll
class ModelsView extends Div implements HasDynamicTitle {
    private final Clock clock;
    private final transient Map<String, Review> reviews;

    ModelsView(Workbench workbench, CurrentUser user, ProjectDesk project, Clock clock) {
        this.clock = clock;
        this.reviews = workbench.openReviews();
        PageHead head = new PageHead(getTranslation("menu.models"));
        if (user.has(Role.ANALYST)) {
            NativeButton create = new NativeButton("", click -> new NewModelDialog(workbench).open());
            create.add(Icon.small("plus"), new Span(getTranslation("models.new")));
            create.addClassName("btn");
            NativeButton library =
                    new NativeButton("", click -> click.getSource().getUI().ifPresent(ui -> ui.navigate("library")));
            library.add(Icon.small("table"), new Span(getTranslation("library.open")));
            library.addClassName("btn");
            deleted(workbench, head);
            head.actions(project.menu(), library, create);
        }
        add(head);
        List<Model> models = workbench.models();
        Map<String, LiveVersions.Live> live = workbench.live();
        if (models.isEmpty()) {
            add(new EmptyState("flow", getTranslation("models.empty"), getTranslation("models.empty.text")));
        }
        group("models.processes", ModelFile.Kind.BPMN, models, live);
        group("models.decisions", ModelFile.Kind.DMN, models, live);
        group("models.forms", ModelFile.Kind.FORM, models, live);
    }

    private void deleted(Workbench workbench, PageHead head) {
        List<Deleted> deleted = workbench.deletions().all();
        if (!deleted.isEmpty()) {
            NativeButton open = new NativeButton("", click -> new DeletedDialog(workbench, deleted).open());
            open.add(Icon.small("trash"), new Span(getTranslation("models.deleted.open", deleted.size())));
            open.addClassNames("btn", "ghost");
            head.actions(open);
        }
    }

    private void group(String key, ModelFile.Kind kind, List<Model> models, Map<String, LiveVersions.Live> live) {
        List<Model> some = models.stream().filter(model -> model.kind() == kind).toList();
        if (some.isEmpty()) {
            return;
        }
        Div list = new Div();
        list.addClassNames("card", "models");
        some.forEach(model -> list.add(row(model, live.get(model.id()))));
        H2 title = new H2(getTranslation(key));
        Span count = new Span(String.valueOf(some.size()));
        count.addClassNames("meta", "num");
        Div head = new Div(title, count);
        head.addClassNames("row", "models-head");
        add(head, list);
    }

    private Component row(Model model, LiveVersions.@Nullable Live live) {
        RouterLink row = new RouterLink();
        row.setRoute(ModelView.class, new RouteParameters("id", model.id()));
        row.addClassName("model-row");
        Span name = new Span(model.name());
        name.addClassNames("strong", "cut");
        Span file = new Span(model.fileName());
        file.addClassNames("mono", "dim", "cut", "hide-s");
        Span version = new Span(getTranslation("model.version", model.version()));
        version.addClassNames("num", "model-version");
        Span changed = new Span(new Span(model.changedBy() + ", "), Times.ago(model.changedAt(), clock, getLocale()));
        changed.addClassNames("meta", "cut", "hide-s");
        Div called = new Div(name, file);
        Optional.ofNullable(reviews.get(model.id())).ifPresent(it -> called.add(ReviewBadge.of(this, it)));
        row.add(new Icon(icon(model.kind())), called, version, state(model, live), changed);
        return row;
    }

    private Component state(Model model, LiveVersions.@Nullable Live live) {
        if (live == null) {
            return Badge.off("up", getTranslation("model.not-live"));
        }
        if (live.version().isEmpty()) {
            return new Badge(State.DRAFT, getTranslation("model.live.elsewhere", live.engineVersion()));
        }
        int version = live.version().getAsInt();
        return version == model.version()
                ? new Badge(State.COMPLETED, getTranslation("model.live", version))
                : new Badge(State.DRAFT, getTranslation("models.ahead", version, model.version()));
    }

    private static String icon(ModelFile.Kind kind) {
        return switch (kind) {
            case BPMN -> "flow";
            case DMN -> "table";
            case FORM, UNKNOWN -> "form";
        };
    }

    @Override
    public String getPageTitle() {
        return getTranslation("menu.models") + " - Tillflow";
    }
}
