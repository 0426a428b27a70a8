package io.tillflow.studio.lint;

import io.tillflow.studio.bundle.BundleFailed;
import io.tillflow.studio.bundle.EditorBundle;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Judges BPMN by the rules that judge it in the browser, with what is known of the data around it. */
@Component
class BpmnLinter {
    private static final Logger LOG = LoggerFactory.getLogger(BpmnLinter.class);

    private record Report(String elementId, String rule, String severity, String message, List<String> entryIds) {}

    private final EditorBundle bundle;
    private final JsonMapper json;

    BpmnLinter(EditorBundle bundle, JsonMapper json) {
        this.bundle = bundle;
        this.json = json;
    }

    List<Finding> lint(String file, String xml, String known) {
        try {
            return json.readValue(bundle.call("lintBpmn", xml, known), new TypeReference<List<Report>>() {}).stream()
                    .map(report -> finding(file, report))
                    .toList();
        } catch (BundleFailed failed) {
            if (failed.tookTooLong()) {
                return List.of(
                        Finding.error(file, "", "too-large", "Checking the model took too long; it was stopped."));
            }
            LOG.warn("the rules failed on {}", file, failed);
            return List.of(Finding.error(file, "", "readable", "The rules could not make sense of this model."));
        }
    }

    private static Finding finding(String file, Report report) {
        var severity = "error".equals(report.severity()) ? Finding.Severity.ERROR : Finding.Severity.WARNING;
        return new Finding(file, report.elementId(), report.rule(), severity, report.message(), report.entryIds());
    }
}
