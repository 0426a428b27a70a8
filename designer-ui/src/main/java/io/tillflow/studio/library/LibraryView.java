package io.tillflow.studio.library;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.HasCrumbs;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Every automation that ships, with its picture; any of them can be made one's own. */
@Route("library")
@PermitAll
class LibraryView extends Div implements HasDynamicTitle, HasCrumbs {
    private final Templates templates;
    private final Copies copies;
    private final boolean mayUse;
    private final Div list = new Div();

    LibraryView(Templates templates, Copies copies, CurrentUser user) {
        this.templates = templates;
        this.copies = copies;
        this.mayUse = user.has(Role.ANALYST);
        addClassName("library");
        list.addClassName("list");
        TextField find = new TextField();
        find.addClassName("find-in");
        find.setPlaceholder(getTranslation("library.find"));
        find.setAriaLabel(getTranslation("library.find"));
        find.setPrefixComponent(new Icon("search"));
        find.setClearButtonVisible(true);
        find.setValueChangeMode(ValueChangeMode.LAZY);
        find.addValueChangeListener(change -> show(change.getValue()));
        add(new PageHead(getTranslation("library.title")), find, list);
        show("");
    }

    private void show(String question) {
        List<Template> found = templates.search(question);
        list.removeAll();
        if (found.isEmpty()) {
            list.add(new EmptyState(
                    "search", getTranslation("library.none"), getTranslation("library.none.text", question)));
        }
        found.forEach(it -> list.add(new TemplateCard(it, mayUse ? () -> new UseDialog(it, copies).open() : null)));
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb(getTranslation("menu.models"), "models"), new Crumb(getTranslation("library.title"), null));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("library.title") + " - Tillflow";
    }
}
