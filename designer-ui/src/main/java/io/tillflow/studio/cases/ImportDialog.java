package io.tillflow.studio.cases;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Notices;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Brings cases from a file in place of those that are here; a file that cannot be read changes nothing. */
final class ImportDialog extends Dialog {
    private final transient DecisionSheet decision;
    private final transient Function<List<Case>, String> ofDecision;
    private final transient Function<List<Case>, String> ofModel;
    private final Div trouble = Pieces.block("", "note", "incident", "case-trouble");

    /**
     * Asks for a file.
     *
     * @param ofDecision keeps the rows of a sheet as the cases of this decision; answers why not, or nothing
     * @param ofModel keeps the cases of a JSON file as all of the model's
     */
    ImportDialog(
            DecisionSheet decision, Function<List<Case>, String> ofDecision, Function<List<Case>, String> ofModel) {
        this.decision = decision;
        this.ofDecision = ofDecision;
        this.ofModel = ofModel;
        setHeaderTitle(getTranslation("cases.import.title", decision.name()));
        setWidth("560px");
        trouble.setVisible(false);
        trouble.getElement().setAttribute("role", "alert");
        add(new Paragraph(getTranslation("cases.import.text")), upload(), trouble);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()));
    }

    private Upload upload() {
        Upload upload =
                new Upload(UploadHandler.inMemory((metadata, content) -> brought(metadata.fileName(), content)));
        upload.getElement().setProperty("accept", ".csv,.json");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(2 * CaseFile.LARGEST);
        upload.setDropLabel(new Span(getTranslation("cases.import.drop")));
        upload.addFileRejectedListener(event -> Notices.failed(event.getErrorMessage()));
        upload.setWidthFull();
        return upload;
    }

    private void brought(String fileName, byte[] content) {
        String problem;
        try {
            problem = fileName.toLowerCase(Locale.ROOT).endsWith(".json")
                    ? ofModel.apply(CaseFile.read(CaseFile.utf8(content)))
                    : ofDecision.apply(CaseSheet.read(decision, content));
        } catch (CasesRefused refused) {
            problem = String.valueOf(refused.getMessage());
        }
        trouble.setText(problem);
        trouble.setVisible(!problem.isEmpty());
        if (problem.isEmpty()) {
            close();
            Notices.done(getTranslation("cases.imported"));
        }
    }
}
