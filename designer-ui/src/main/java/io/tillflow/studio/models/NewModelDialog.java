package io.tillflow.studio.models;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.kit.UploadWords;
import io.tillflow.studio.lint.Lint;
import io.tillflow.studio.lint.ModelFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Starts a model from nothing or from a file. */
class NewModelDialog extends Dialog {
    private final transient Workbench workbench;
    private final TextField name = new TextField();
    private final RadioButtonGroup<ModelFile.Kind> kind = new RadioButtonGroup<>();

    NewModelDialog(Workbench workbench) {
        this.workbench = workbench;
        setHeaderTitle(getTranslation("new.title"));
        setWidth("420px");
        name.setLabel(getTranslation("new.name"));
        name.setMaxLength(80);
        name.setWidthFull();
        name.focus();
        kind.setLabel(getTranslation("new.kind"));
        kind.setItems(List.of(ModelFile.Kind.BPMN, ModelFile.Kind.DMN, ModelFile.Kind.FORM));
        kind.setItemLabelGenerator(it -> getTranslation("new.kind." + it.name().toLowerCase(Locale.ROOT)));
        kind.setValue(ModelFile.Kind.BPMN);
        Button create = new Button(getTranslation("new.create"), click -> create());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.addClickShortcut(Key.ENTER);
        Div fields = new Div(name, kind, upload());
        fields.addClassName("new-model");
        add(fields);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), create);
    }

    private Upload upload() {
        Upload upload = new Upload(UploadHandler.inMemory(
                (metadata, content) -> brought(metadata.fileName(), new String(content, StandardCharsets.UTF_8))));
        upload.getElement().setProperty("accept", ".bpmn,.dmn,.form");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(Lint.LARGEST);
        upload.setDropLabel(new com.vaadin.flow.component.html.Span(getTranslation("new.upload")));
        UploadWords.say(upload, Lint.LARGEST);
        upload.addFileRejectedListener(event -> Notices.failed(event.getErrorMessage()));
        upload.setWidthFull();
        return upload;
    }

    /** What has an id twice would lose what has it second: that is shown first, and mended where somebody wants it. */
    private void brought(String fileName, String source) {
        workbench
                .apart(fileName, source)
                .ifPresentOrElse(
                        it -> new ConversionDialog(
                                        "apart",
                                        fileName,
                                        it,
                                        () -> converted(fileName, it.source()),
                                        () -> converted(fileName, source))
                                .open(),
                        () -> converted(fileName, source));
    }

    /** What was drawn for another engine is shown converted first; either can be kept. */
    private void converted(String fileName, String source) {
        workbench
                .conversion(fileName, source)
                .ifPresentOrElse(
                        it -> new ConversionDialog(
                                        "convert",
                                        fileName,
                                        it,
                                        () -> kept(workbench.create(fileName, it.source())),
                                        () -> kept(workbench.create(fileName, source)))
                                .open(),
                        () -> kept(workbench.create(fileName, source)));
    }

    private void create() {
        String title = name.getValue().strip();
        String id = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        if (id.isEmpty() || !Character.isLetter(id.charAt(0))) {
            name.setInvalid(true);
            name.setErrorMessage(getTranslation("new.name.letter"));
            return;
        }
        kept(workbench.create(
                id + "." + kind.getValue().name().toLowerCase(Locale.ROOT), Blank.of(kind.getValue(), id, title)));
    }

    private void kept(Saved saved) {
        switch (saved) {
            case Saved.Version(var id, var version, var changed) -> {
                close();
                com.vaadin.flow.component.UI.getCurrent().navigate("models/" + id);
            }
            case Saved.Conflict(var newest, var author) -> {
                name.setInvalid(true);
                name.setErrorMessage(getTranslation("new.name.taken"));
                Notices.failed(getTranslation("new.name.taken"));
            }
            case Saved.Gone gone -> {
                name.setInvalid(true);
                name.setErrorMessage(getTranslation("new.name.deleted"));
                Notices.failed(getTranslation("new.name.deleted"));
            }
            case Saved.Refused(var findings) ->
                Notices.failed(findings.getFirst().said(getLocale()));
        }
    }
}
