package io.tillflow.studio.project;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.kit.State;
import io.tillflow.studio.project.Project.Line;
import io.tillflow.studio.project.Project.Pushed;
import java.util.List;

/** Brings a project's zip file in and says of each file what became of it. */
final class ProjectDialog extends Dialog {
    private static final int LARGEST = 64 * 1024 * 1024;

    private final transient Project project;
    private final Div outcome = new Div();
    private boolean saved;

    ProjectDialog(Project project) {
        this.project = project;
        setHeaderTitle(getTranslation("project.bring.title"));
        setWidth("640px");
        outcome.addClassName("project-files");
        outcome.getElement().setAttribute("role", "status");
        add(new Paragraph(getTranslation("project.bring.text")), upload(), outcome);
        getFooter().add(new Button(getTranslation("close"), click -> leave()));
    }

    /** What was saved stands in the list of models, too. */
    private void leave() {
        close();
        if (saved) {
            UI.getCurrent().refreshCurrentRoute(true);
        }
    }

    private Upload upload() {
        Upload upload =
                new Upload(UploadHandler.inMemory((metadata, content) -> brought(metadata.fileName(), content)));
        upload.getElement().setProperty("accept", ".zip");
        upload.setMaxFileSize(LARGEST);
        upload.setMaxFiles(1);
        upload.setDropLabel(new Span(getTranslation("project.bring.drop")));
        upload.addFileRejectedListener(event -> Notices.failed(event.getErrorMessage()));
        upload.setWidthFull();
        return upload;
    }

    private void brought(String fileName, byte[] content) {
        outcome.removeAll();
        try {
            show(project.push(content, getTranslation("project.comment", fileName)));
        } catch (IllegalArgumentException refused) {
            Notices.failed(getTranslation("project.failed", fileName, refused.getMessage()));
        }
    }

    private void show(Pushed pushed) {
        saved |= pushed.saved() > 0;
        int unchanged = pushed.files().size() - pushed.saved() - pushed.conflicts();
        Paragraph sum = new Paragraph(getTranslation("project.sum", pushed.saved(), unchanged, pushed.conflicts()));
        sum.addClassName("strong");
        outcome.add(sum);
        List<Line> told = pushed.files().stream()
                .filter(it -> !it.outcome().equals("unchanged"))
                .toList();
        told.forEach(it -> outcome.add(line(it)));
        if (pushed.files().isEmpty()) {
            outcome.add(new Paragraph(getTranslation("project.nothing")));
        }
    }

    private Div line(Line file) {
        State state = file.outcome().equals("saved") ? State.COMPLETED : State.INCIDENT;
        Span name = new Span(file.file());
        name.addClassNames("mono", "cut");
        Div line = new Div(new Badge(state, getTranslation("project." + file.outcome())), name);
        line.addClassName("row");
        Div item = new Div(line);
        if (!file.message().isEmpty()) {
            Span why = new Span(file.message());
            why.addClassName("meta");
            item.add(why);
        }
        return item;
    }
}
