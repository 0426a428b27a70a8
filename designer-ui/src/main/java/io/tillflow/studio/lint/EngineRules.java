package io.tillflow.studio.lint;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.traversal.ModelWalker;
import io.camunda.zeebe.model.bpmn.validation.ValidationVisitor;
import io.camunda.zeebe.model.bpmn.validation.zeebe.ZeebeDesignTimeValidators;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The engine's own design-time checks: the schema and what it cannot execute. */
final class EngineRules {
    private static final String RULE = "engine";

    private EngineRules() {}

    static List<Finding> check(String file, String xml) {
        try {
            byte[] bytes = xml.replaceFirst("^<\\?xml[^>]*\\?>", "").getBytes(StandardCharsets.UTF_8);
            BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(bytes));
            ValidationVisitor visitor = new ValidationVisitor(ZeebeDesignTimeValidators.VALIDATORS);
            new ModelWalker(model).walk(visitor);
            List<Finding> findings = new ArrayList<>();
            visitor.getValidationResult()
                    .getResults()
                    .forEach((element, results) -> results.forEach(
                            result -> findings.add(Finding.error(file, idOf(element), RULE, result.getMessage()))));
            return findings;
        } catch (ModelException e) {
            return List.of(Finding.error(file, "", RULE, "The engine cannot read this model: " + reason(e)));
        }
    }

    private static String idOf(ModelElementInstance element) {
        ModelElementInstance current = element;
        while (current != null) {
            if (current instanceof BaseElement named && named.getId() != null) {
                return named.getId();
            }
            current = current.getParentElement();
        }
        return "";
    }

    private static String reason(Throwable failure) {
        Throwable last = failure;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return Objects.requireNonNullElse(last.getMessage(), "it does not follow the schema of BPMN");
    }
}
