package io.tillflow.studio.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.studio.bundle.EditorBundle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

/** The whole judgement, with the real rules in the real JavaScript engine. */
class LintTest {
    private static final EditorBundle BUNDLE = new EditorBundle();
    private static final BpmnLinter RULES = new BpmnLinter(BUNDLE, new JsonMapper());
    private static String greet = "";

    private final FakeLandscape landscape = new FakeLandscape();
    private final Lint lint = new Lint(RULES, new DmnRules(), new OwnRules(landscape), new KnownData(landscape));

    @BeforeAll
    static void read() throws IOException {
        greet = new String(GuardTest.greet(), StandardCharsets.UTF_8);
    }

    @AfterAll
    static void close() {
        BUNDLE.close();
    }

    @Test
    void findsNothingInAGoodModel() {
        assertThat(check("greet.bpmn", greet)).isEmpty();
    }

    @Test
    void findsNothingInTheShippedModels() throws IOException {
        List<ModelFile> shipped = new ArrayList<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:/models/**/*.*")) {
            shipped.add(new ModelFile(String.valueOf(file.getFilename()), file.getContentAsByteArray()));
        }
        // the decisions travel in two jars, for processes and for evaluation in a JVM
        Set<String> seen = new HashSet<>();
        shipped.removeIf(file -> file.kind() == ModelFile.Kind.UNKNOWN || !seen.add(file.name()));
        assertThat(shipped).extracting(ModelFile::name).contains("order-fulfilment.bpmn", "order-risk.dmn");
        assertThat(lint.check(shipped)).isEmpty();
    }

    @Test
    void namesTheTaskThatNobodyCouldWorkOn() {
        List<Finding> findings =
                check("greet.bpmn", greet.replace("<zeebe:taskDefinition type=\"messaging.send-email\" />", ""));
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.elementId()).isEqualTo("say-hello");
            assertThat(finding.isError()).isTrue();
            assertThat(finding.entryIds()).contains("taskDefinitionType");
        });
    }

    @Test
    void namesTheStepThatNeedsDataTheTriggerDoesNotBring() throws IOException {
        String fulfilment = shipped("order-fulfilment.bpmn");
        assertThat(check(
                        "order-fulfilment.bpmn",
                        fulfilment
                                .replace("\"=order.weightGrams\"", "\"=order.kilos\"")
                                .replace("=order.country", "=order.land")
                                .replaceFirst("source=\"=order.total\"", "source=\"=order.amount\"")))
                .filteredOn(it -> it.rule().equals("data-needed"))
                .isNotEmpty()
                .allSatisfy(it -> {
                    assertThat(it.isError()).isTrue();
                    assertThat(it.message()).contains("order.amount", "Order placed", "total");
                    assertThat(it.entryIds()).isNotEmpty();
                });
        assertThat(check(
                        "greet.bpmn",
                        greet.replace("taskDefinition type", "taskDefinition retries=\"=nobody.knows\" type")))
                .noneMatch(it -> it.rule().equals("data-needed"));
    }

    private static String shipped(String name) throws IOException {
        return new PathMatchingResourcePatternResolver()
                .getResources("classpath*:/models/**/" + name)[0].getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void namesTheElementWithABrokenExpression() {
        List<Finding> findings = check("greet.bpmn", greet.replace("type=\"messaging.send-email\"", "type=\"= 1 +\""));
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.elementId()).isEqualTo("say-hello");
            assertThat(finding.isError()).isTrue();
        });
    }

    @Test
    void refusesAFlowThatLeadsNowhere() {
        assertThat(check("greet.bpmn", greet.replace("targetRef=\"greeted\"", "targetRef=\"nobody\"")))
                .anyMatch(Finding::isError);
    }

    @Test
    void refusesAProcessThatIsNotExecutable() {
        assertThat(check("greet.bpmn", greet.replace("isExecutable=\"true\"", "isExecutable=\"false\"")))
                .anySatisfy(finding -> {
                    assertThat(finding.elementId()).isEqualTo("greet");
                    assertThat(finding.isError()).isTrue();
                });
    }

    @Test
    void warnsOfAJobThatNoWorkerTakes() {
        assertThat(check("greet.bpmn", greet.replace("messaging.send-email", "messaging.sing")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("job-type-without-worker");
                    assertThat(finding.elementId()).isEqualTo("say-hello");
                    assertThat(finding.isError()).isFalse();
                });
    }

    @Test
    void warnsOfTasksWhoseEffectsCountAsOne() {
        String key = "=order.id + &#34;/say-hello/1&#34;";
        assertThat(check("greet.bpmn", greetings(key, key))).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("shared-effect-key");
            assertThat(finding.elementId()).isEqualTo("say-again");
            assertThat(finding.isError()).isFalse();
            assertThat(finding.message()).contains("\"Say hello\", \"Say it again\"", "whichever comes second");
        });
        for (String other : List.of("=order.id + &#34;/say-again/1&#34;", "=key")) {
            assertThat(check("greet.bpmn", greetings(key, other)))
                    .noneMatch(finding -> finding.rule().equals("shared-effect-key"));
        }
        assertThat(check("greet.bpmn", greetings("=key", "=key")))
                .as("a name may stand for another key each time")
                .noneMatch(finding -> finding.rule().equals("shared-effect-key"));
    }

    /** Two tasks of the same action. */
    private static String greetings(String key, String otherKey) {
        String task = "<zeebe:taskDefinition type=\"messaging.send-email\" />";
        String input = "<zeebe:ioMapping><zeebe:input source=\"%s\" target=\"effectKey\" /></zeebe:ioMapping>";
        String again = "<bpmn:serviceTask id=\"say-again\" name=\"Say it again\"><bpmn:extensionElements>" + task
                + input.formatted(otherKey) + "</bpmn:extensionElements></bpmn:serviceTask></bpmn:process>";
        return greet.replace(task, task + input.formatted(key)).replace("</bpmn:process>", again);
    }

    @Test
    void refusesToDropAStartMessageThatIsUsed() {
        landscape.live = BpmnOutline.of(greet.replace("name=\"customer-came\"", "name=\"customer-called\""));
        assertThat(check("greet.bpmn", greet)).isEmpty();
        landscape.used = Set.of("customer-called");
        assertThat(check("greet.bpmn", greet)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("start-message-dropped");
            assertThat(finding.isError()).isTrue();
            assertThat(finding.message()).contains("customer-called");
        });
    }

    @Test
    void refusesTwoFilesOfOneName() {
        assertThat(lint.check(List.of(ModelFile.of("greet.bpmn", greet), ModelFile.of("greet.bpmn", greet))))
                .anyMatch(finding -> finding.rule().equals("same-name"));
    }

    @Test
    void namesTheCellWhoseExpressionCannotBeRead() {
        assertThat(check("size.dmn", dmn("&gt;= &gt;= 3", "\"big\"")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.elementId()).isEqualTo("cell-in");
                    assertThat(finding.isError()).isTrue();
                });
        assertThat(check("size.dmn", dmn("&gt;= 3", "\"big\"")))
                .extracting(Finding::rule)
                .containsExactly("table-gap");
    }

    @Test
    void namesTheDecisionThatDecidesNothing() {
        String empty = """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="g" name="g" namespace="n">
                <decision id="size" name="Size"/></definitions>""";
        assertThat(check("size.dmn", empty))
                .singleElement()
                .satisfies(finding -> assertThat(finding.elementId()).isEqualTo("size"));
    }

    private List<Finding> check(String name, String text) {
        return lint.check(List.of(ModelFile.of(name, text)));
    }

    private static String dmn(String input, String output) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="g" name="g" namespace="n">
                <decision id="size" name="Size"><decisionTable id="table">
                <input id="in"><inputExpression id="ex" typeRef="number"><text>items</text></inputExpression></input>
                <output id="out" name="size" typeRef="string"/>
                <rule id="rule"><inputEntry id="cell-in"><text>%s</text></inputEntry>
                <outputEntry id="cell-out"><text>%s</text></outputEntry></rule>
                </decisionTable></decision></definitions>""".formatted(input, output);
    }

    @Test
    void namesEveryThingThatAProcessReliesOnAndThatIsNotThere() throws IOException {
        String process = io.tillflow.studio.Files.read("/models/orders/order-fulfilment.bpmn")
                .replace("formId=\"review-order\"", "formId=\"no-form\"")
                .replace("decisionId=\"order-risk\"", "decisionId=\"no-decision\"")
                .replace("name=\"payment-expired\"", "name=\"never-sent\"")
                .replace("errorCode=\"CAPTURE_FAILED\"", "errorCode=\"NOBODY_THROWS\"");
        List<Finding> findings = check("order-fulfilment.bpmn", process);
        assertThat(findings)
                .extracting(Finding::elementId, Finding::rule)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("review-order", "form-missing"),
                        org.assertj.core.groups.Tuple.tuple("decide-risk", "decision-missing"),
                        org.assertj.core.groups.Tuple.tuple("payment-expired", "message-without-sender"),
                        org.assertj.core.groups.Tuple.tuple("capture-failed", "error-without-thrower"));
    }

    @Test
    void warnsOfAWaitThatNothingEnds() {
        String waiting = greet.replaceFirst("(?s)<bpmn:serviceTask.*?</bpmn:serviceTask>", """
                <bpmn:receiveTask id="say-hello" name="Say hello" messageRef="message-customer-came">
                  <bpmn:incoming>flow-1</bpmn:incoming><bpmn:outgoing>flow-2</bpmn:outgoing></bpmn:receiveTask>""");
        assertThat(check("greet.bpmn", waiting))
                .anySatisfy(it -> assertThat(it)
                        .extracting(Finding::elementId, Finding::rule)
                        .containsExactly("say-hello", "wait-without-limit"));
    }

    @Test
    void findsGapsOverlapsAndRulesThatAreNeverReached() {
        String table = io.tillflow.studio.Files.read("/foreign/newer.dmn");
        assertThat(check("rates.dmn", table)).isEmpty();
        assertThat(check("rates.dmn", table.replace("&gt;= 5", "&gt; 5")))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.rule()).isEqualTo("table-gap");
                    assertThat(it.message()).contains("weight 5");
                });
        assertThat(check("rates.dmn", table.replace("&gt;= 5", "&gt;= 4")))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.rule()).isEqualTo("table-overlap");
                    assertThat(it.isError()).isTrue();
                    assertThat(it.elementId()).isEqualTo("r2");
                });
        assertThat(check(
                        "rates.dmn",
                        table.replace("UNIQUE", "FIRST").replace("&lt; 5", "").replace("&gt;= 5", "7")))
                .singleElement()
                .satisfies(it -> assertThat(it.rule()).isEqualTo("rule-never-reached"));
    }

    /** A landscape that the test lays out. */
    private static final class FakeLandscape implements Landscape {
        private @org.jspecify.annotations.Nullable BpmnOutline live;
        private Set<String> used = Set.of();

        @Override
        public Optional<BpmnOutline> live(String processId) {
            return Optional.ofNullable(live);
        }

        @Override
        public boolean isUsed(String message, String processId) {
            return used.contains(message);
        }

        @Override
        public boolean hasWorker(String jobType) {
            return ShippedContract.jobTypes().contains(jobType) || jobType.startsWith("io.camunda.zeebe:");
        }

        @Override
        public boolean isSent(String message) {
            return !message.equals("never-sent");
        }

        @Override
        public List<String> forms() {
            return List.of();
        }

        @Override
        public boolean has(Thing thing, String id) {
            return thing == Thing.ERROR && ShippedContract.errors().contains(id);
        }
    }
}
