package io.tillflow.studio.project;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.instances.Commands;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.models.ProjectDesk;
import org.springframework.stereotype.Service;

/** The project out and in by hand. */
@Service
class ProjectMenus implements ProjectDesk {
    private final Project project;
    private final Commands commands;

    ProjectMenus(Project project, Commands commands) {
        this.project = project;
        this.commands = commands;
    }

    @Override
    public Component menu() {
        NativeButton button = new NativeButton();
        button.add(Icon.small("box"), new Span(button.getTranslation("project.menu")));
        button.addClassNames("btn", "ghost");
        button.getElement().setAttribute("aria-haspopup", "menu");
        Anchor away = new Anchor("/api/v1/project", button.getTranslation("project.download"));
        away.setRouterIgnore(true);
        ContextMenu menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        menu.addItem(away);
        menu.addItem(button.getTranslation("project.bring"), click -> new ProjectDialog(project, commands).open());
        return button;
    }
}
