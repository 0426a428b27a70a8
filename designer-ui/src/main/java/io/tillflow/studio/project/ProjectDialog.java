package io.tillflow.studio.project;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import io.tillflow.studio.instances.Commands;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.Live;
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.kit.State;
import io.tillflow.studio.kit.UploadWords;
import io.tillflow.studio.project.Project.Line;
import io.tillflow.studio.project.Project.Pushed;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Brings a project's zip file in and says of each file what became of it. */
final class ProjectDialog extends Dialog {
    private static final int LARGEST = 64 * 1024 * 1024;

    /** The page hears of a push now and then, not of every file. */
    private static final int FILES_A_WORD = 10;

    private final transient Project project;
    private final transient Commands commands;
    private final Div outcome = new Div();
    private boolean saved;
    private boolean busy;

    ProjectDialog(Project project, Commands commands) {
        this.project = project;
        this.commands = commands;
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
        UploadWords.say(upload, LARGEST);
        upload.addFileRejectedListener(event -> Notices.failed(event.getErrorMessage()));
        upload.setWidthFull();
        return upload;
    }

    /** A large project takes its time: it comes in beside the page, which stays usable and says how far it is. */
    private void brought(String fileName, byte[] content) {
        if (busy) {
            Notices.failed(getTranslation("project.busy"));
            return;
        }
        busy(true);
        say(getTranslation("project.begin", fileName));
        String comment = getTranslation("project.comment", fileName);
        Project.Watch watch = watch(getUI().orElseThrow());
        AtomicReference<@Nullable Pushed> pushed = new AtomicReference<>();
        commands.run(
                this,
                () -> pushed.set(project.push(content, comment, watch)),
                () -> {
                    busy(false);
                    show(Objects.requireNonNull(pushed.get()));
                },
                failure -> {
                    busy(false);
                    outcome.removeAll();
                    if (failure instanceof IllegalArgumentException) {
                        Notices.failed(getTranslation("project.failed", fileName, failure.getMessage()));
                    } else {
                        Commands.explain(this, failure);
                    }
                });
    }

    private Project.Watch watch(UI ui) {
        return (done, all) -> {
            if (done % FILES_A_WORD == 0) {
                Live.update(ui, () -> say(getTranslation("project.at", done, all)));
            }
        };
    }

    private void busy(boolean yes) {
        busy = yes;
        outcome.getElement().setAttribute("aria-busy", String.valueOf(yes));
    }

    private void say(String words) {
        outcome.removeAll();
        outcome.add(new Paragraph(words));
    }

    private void show(Pushed pushed) {
        saved |= pushed.saved() > 0;
        int unchanged = pushed.files().size() - pushed.saved() - pushed.conflicts();
        String counts = getTranslation("project.sum", pushed.saved(), unchanged, pushed.conflicts());
        if (!isOpened()) {
            Notices.done(counts);
        }
        Paragraph sum = new Paragraph(counts);
        sum.addClassName("strong");
        outcome.removeAll();
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
