package io.tillflow.studio.lint;

import io.tillflow.processes.OwnShopOnly;
import io.tillflow.studio.conversion.Camunda7;
import io.tillflow.studio.conversion.SharedIds;
import io.tillflow.studio.markup.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Rules that no linter of BPMN alone can know: who starts this process, and who does its work. */
@Component
class OwnRules {
    static final String SHARED_ID = "duplicate-id";

    private final Landscape landscape;

    OwnRules(Landscape landscape) {
        this.landscape = landscape;
    }

    List<Finding> check(String file, String xml, Batch batch) {
        BpmnOutline outline = BpmnOutline.of(xml);
        List<Finding> findings = new ArrayList<>();
        if (outline.processes().stream().noneMatch(BpmnOutline.StartableProcess::executable)) {
            findings.add(Finding.error(
                    file,
                    firstProcess(outline),
                    "executable",
                    "No process in this file is executable, so nothing would run."));
        }
        if (Camunda7.drew(xml)) {
            findings.add(
                    Finding.warning(
                            file,
                            firstProcess(outline),
                            "camunda-7",
                            "This was drawn for Camunda 7, and the engine passes over what is Camunda 7's own in it: import it anew to have it converted, or ./tillflow convert."));
        }
        findings.addAll(sharedIds(file, xml));
        outline.processes().forEach(process -> findings.addAll(droppedStarts(file, process)));
        outline.jobs().stream()
                .filter(job -> !job.type().isEmpty() && !landscape.hasWorker(job.type()))
                .map(job -> Finding.warning(
                        file,
                        job.elementId(),
                        "job-type-without-worker",
                        "No worker takes jobs of type \"" + job.type() + "\": the step would wait until one does."))
                .forEach(findings::add);
        findings.addAll(ownShopOnly(file, outline));
        findings.addAll(ReferenceRules.check(file, xml, landscape, batch));
        return findings;
    }

    private static List<Finding> sharedIds(String file, String xml) {
        return SharedIds.in(Markup.parse(xml)).entrySet().stream()
                .map(
                        it -> Finding.error(
                                file,
                                it.getKey(),
                                SHARED_ID,
                                it.getValue().size() + " elements have the id \"" + it.getKey()
                                        + "\": only one of them would be read. Import the file anew, or ./tillflow convert, to give each its own."))
                .toList();
    }

    private List<Finding> droppedStarts(String file, BpmnOutline.StartableProcess process) {
        Set<String> kept = Set.copyOf(process.startMessages());
        return landscape.live(process.id()).stream()
                .flatMap(live -> live.processes().stream())
                .filter(live -> live.id().equals(process.id()))
                .flatMap(live -> live.startMessages().stream())
                .filter(message -> !kept.contains(message) && landscape.isUsed(message, process.id()))
                .map(message -> Finding.error(
                        file,
                        process.id(),
                        "start-message-dropped",
                        "The live version is started by the message \"" + message
                                + "\"; this one is not. Whoever sends it would be unheard."))
                .toList();
    }

    private static List<Finding> ownShopOnly(String file, BpmnOutline outline) {
        if (outline.processes().stream()
                .flatMap(process -> process.startMessages().stream())
                .noneMatch(OwnShopOnly::isOfAnother)) {
            return List.of();
        }
        return outline.jobs().stream()
                .flatMap(job -> OwnShopOnly.of(job.type())
                        .map(step -> Finding.warning(
                                file,
                                job.elementId(),
                                "own-shop-only",
                                "The shop that begins this cannot " + step.asked() + " its orders: " + step.why()
                                        + "."))
                        .stream())
                .toList();
    }

    private static String firstProcess(BpmnOutline outline) {
        return outline.processes().isEmpty()
                ? ""
                : outline.processes().getFirst().id();
    }
}
