package io.tillflow.processes;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Whatever a model names is a constant, whatever is a constant is in a model, and records fit the mappings. */
class ContractTest {
    /** The value itself, or what follows a "then" or an "else". */
    private static final Pattern CONSTANT = Pattern.compile("(?:^=|then |else )\"([^\"]*)\"");

    private static final Map<String, Class<? extends Record>> INPUTS = Map.ofEntries(
            Map.entry(JobType.COMMERCE_UPDATE_ORDER, UpdateOrder.class),
            Map.entry(JobType.COMMERCE_ALLOCATE_STOCK, AllocateStock.class),
            Map.entry(JobType.COMMERCE_RELEASE_STOCK, ReleaseStock.class),
            Map.entry(JobType.COMMERCE_LOCK_FOR_SHIPPING, LockForShipping.class),
            Map.entry(JobType.COMMERCE_UPDATE_RETURN, UpdateReturn.class),
            Map.entry(JobType.COMMERCE_RESTOCK_RETURN, RestockReturn.class),
            Map.entry(JobType.COMMERCE_LOCK_EXCHANGE, LockExchange.class),
            Map.entry(JobType.COMMERCE_READ_SUPPORT, ReadSupport.class),
            Map.entry(JobType.COMMERCE_ANSWER_SUPPORT, AnswerSupport.class),
            Map.entry(JobType.COMMERCE_UPDATE_SUPPORT, UpdateSupport.class),
            Map.entry(JobType.PAYMENTS_REFUND_PART, RefundPart.class),
            Map.entry(JobType.SHIPPING_CREATE_RETURN_LABEL, CreateReturnLabel.class),
            Map.entry(JobType.COMMERCE_NOTE_ORDER, NoteOrder.class),
            Map.entry(JobType.PAYMENTS_LOOK_AT_DISPUTE, LookAtDispute.class),
            Map.entry(JobType.PAYMENTS_ANSWER_DISPUTE, AnswerDispute.class),
            Map.entry(JobType.PAYMENTS_CREATE_LINK, CreatePaymentLink.class),
            Map.entry(JobType.PAYMENTS_VERIFY, VerifyPayment.class),
            Map.entry(JobType.PAYMENTS_CAPTURE, CapturePayment.class),
            Map.entry(JobType.PAYMENTS_VOID, VoidPayment.class),
            Map.entry(JobType.PAYMENTS_REFUND, RefundPayment.class),
            Map.entry(JobType.SHIPPING_CREATE_SHIPMENT, CreateShipment.class),
            Map.entry(JobType.MESSAGING_SEND_EMAIL, SendEmail.class),
            Map.entry(JobType.MESSAGING_SEND_ACCOUNT_LETTER, SendAccountLetter.class),
            Map.entry(JobType.MESSAGING_SEND_CART_REMINDER, SendCartReminder.class),
            Map.entry(JobType.COMMERCE_UPDATE_PURCHASE, UpdatePurchase.class),
            Map.entry(JobType.COMMERCE_BOOK_IN_GOODS, BookInGoods.class),
            Map.entry(JobType.COMMERCE_LOOK_FOR_LOW_STOCK, LookForLowStock.class),
            Map.entry(JobType.COMMERCE_READ_PRICE, ReadPrice.class),
            Map.entry(JobType.COMMERCE_SET_PRICE, SetPrice.class),
            Map.entry(JobType.INTELLIGENCE_LOOK_FOR_SLOW_SELLERS, LookForSlowSellers.class),
            Map.entry(JobType.ANALYTICS_ASK, AskReporting.class),
            Map.entry(JobType.ANALYTICS_EXPORT, RunExport.class),
            Map.entry(JobType.SUPPLIERS_REQUEST_QUOTE, RequestQuote.class),
            Map.entry(JobType.SUPPLIERS_PLACE_ORDER, PlacePurchase.class),
            Map.entry(JobType.SUPPLIERS_REMIND, RemindSupplier.class),
            Map.entry(JobType.SUPPLIERS_CANCEL_ORDER, CancelPurchase.class),
            Map.entry(JobType.INTELLIGENCE_EXPECT_DEMAND, ExpectDemand.class),
            Map.entry(JobType.INTELLIGENCE_ASSIGN_ARM, AssignArm.class),
            Map.entry(JobType.INTELLIGENCE_TRAIN_MODEL, TrainModel.class),
            Map.entry(JobType.INTELLIGENCE_PROMOTE_VERSION, PromoteVersion.class),
            Map.entry(JobType.INTELLIGENCE_REFUSE_VERSION, RefuseVersion.class));
    private static final Map<String, Class<? extends Record>> OUTPUTS = Map.ofEntries(
            Map.entry(JobType.PAYMENTS_LOOK_AT_DISPUTE, DisputeFacts.class),
            Map.entry(JobType.PAYMENTS_ANSWER_DISPUTE, DisputeAnswered.class),
            Map.entry(JobType.PAYMENTS_CREATE_LINK, PaymentLink.class),
            Map.entry(JobType.PAYMENTS_VERIFY, PaymentTruth.class),
            Map.entry(JobType.PAYMENTS_CAPTURE, PaymentCaptured.class),
            Map.entry(JobType.PAYMENTS_REFUND, PaymentRefunded.class),
            Map.entry(JobType.SHIPPING_CREATE_SHIPMENT, ShipmentCreated.class),
            Map.entry(JobType.PAYMENTS_REFUND_PART, PaymentRefunded.class),
            Map.entry(JobType.SHIPPING_CREATE_RETURN_LABEL, ReturnLabelCreated.class),
            Map.entry(JobType.COMMERCE_READ_SUPPORT, SupportRead.class),
            Map.entry(JobType.COMMERCE_ANSWER_SUPPORT, SupportAnswered.class),
            Map.entry(JobType.INTELLIGENCE_EXPECT_DEMAND, DemandExpected.class),
            Map.entry(JobType.INTELLIGENCE_ASSIGN_ARM, ArmAssigned.class),
            Map.entry(JobType.INTELLIGENCE_TRAIN_MODEL, ModelTrained.class),
            Map.entry(JobType.COMMERCE_BOOK_IN_GOODS, GoodsBookedIn.class),
            Map.entry(JobType.COMMERCE_LOOK_FOR_LOW_STOCK, LowStockTold.class),
            Map.entry(JobType.COMMERCE_READ_PRICE, PriceRead.class),
            Map.entry(JobType.INTELLIGENCE_LOOK_FOR_SLOW_SELLERS, SlowSellersTold.class),
            Map.entry(JobType.ANALYTICS_ASK, ReportingAnswered.class),
            Map.entry(JobType.ANALYTICS_EXPORT, ExportDone.class),
            Map.entry(JobType.SUPPLIERS_REQUEST_QUOTE, QuoteReceived.class),
            Map.entry(JobType.SUPPLIERS_PLACE_ORDER, PurchasePlaced.class),
            Map.entry(JobType.SUPPLIERS_REMIND, SupplierNews.class));

    @Test
    void jobTypesAreTheSame() {
        assertThat(inModels("taskDefinition", "type")).isEqualTo(constants(JobType.class));
        assertThat(INPUTS.keySet()).isEqualTo(constants(JobType.class));
    }

    @Test
    void messagesAreTheSame() {
        assertThat(inModels("message", "name")).isEqualTo(constants(Message.class));
    }

    /** What a template offers as the subject of an event is what the shipped models wait by. */
    @Test
    void triggersAreAboutWhatModelsWaitBy() {
        Map<String, Set<String>> keys = Model.processes().stream()
                .flatMap(model -> model.elements("message"))
                .collect(Collectors.groupingBy(
                        message -> message.getAttribute("name"),
                        Collectors.flatMapping(
                                message -> Model.below(message, "subscription")
                                        .map(it -> it.getAttribute("correlationKey")),
                                Collectors.toSet())));
        for (Field field : Message.class.getFields()) {
            Trigger trigger = requireNonNull(field.getAnnotation(Trigger.class));
            if (!trigger.starts()) {
                assertThat(keys.get(value(field))).as(value(field)).contains(trigger.about());
            }
        }
    }

    @Test
    void errorCodesAreTheSame() {
        assertThat(inModels("error", "errorCode")).isEqualTo(constants(ErrorCode.class));
    }

    @Test
    void candidateGroupsAreTheSame() {
        assertThat(inModels("assignmentDefinition", "candidateGroups")).isEqualTo(constants(CandidateGroup.class));
    }

    @Test
    void processesDecisionsAndFormsAreFilesOfTheirName() {
        assertThat(inModels("process", "id"))
                .isEqualTo(constants(ProcessId.class))
                .isEqualTo(files(".bpmn"));
        assertThat(inModels("calledDecision", "decisionId"))
                .isEqualTo(constants(DecisionId.class))
                .isEqualTo(files(".dmn"));
        assertThat(inModels("formDefinition", "formId"))
                .isEqualTo(constants(FormId.class))
                .isEqualTo(files(".form"));
    }

    @Test
    void everyModelOfTheJarIsShipped() throws IOException {
        Path models = Path.of("target", "classes", "models");
        try (Stream<Path> files = Files.walk(models)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> models.relativize(file).toString().replace('\\', '/'))
                            .filter(name -> !name.contains(".scenarios/")))
                    .containsExactlyInAnyOrderElementsOf(ShippedModels.names());
        }
    }

    @Test
    void inputMappingsHandAWorkerItsRecord() {
        eachTask((task, type) -> {
            Class<? extends Record> input = requireNonNull(INPUTS.get(type));
            assertThat(Model.below(task, "input").map(mapping -> mapping.getAttribute("target")))
                    .as("inputs of %s", task.getAttribute("id"))
                    .containsAll(List.of(required(input)))
                    .isSubsetOf(components(input));
        });
    }

    /** A worker sees the variables around its task, so what a task leaves out must have no namesake there. */
    @Test
    void whatATaskLeavesOutHasNoNamesakeInItsProcess() {
        for (Model model : Model.processes()) {
            Set<String> around = model.values("output", "target");
            assertThat(around)
                    .doesNotContainAnyElementsOf(INPUTS.values().stream()
                            .flatMap(input -> Stream.of(components(input))
                                    .filter(name -> !Set.of(required(input)).contains(name)))
                            .toList());
        }
    }

    @Test
    void outputMappingsTakeAWorkersRecord() {
        eachTask((task, type) -> {
            String sources = Model.below(task, "output")
                    .map(output -> output.getAttribute("source"))
                    .collect(Collectors.joining(" "));
            if (OUTPUTS.containsKey(type)) {
                assertThat(sources)
                        .as("outputs of %s", task.getAttribute("id"))
                        .contains(components(requireNonNull(OUTPUTS.get(type))));
            }
        });
    }

    @Test
    void effectKeysNameTheirSubjectElementAndAttempt() {
        eachTask((task, type) -> Model.below(task, "input")
                .filter(input -> input.getAttribute("target").equals("effectKey"))
                .forEach(input -> assertThat(input.getAttribute("source"))
                        .matches("=(order|request|letter|reminder|dispute|markdown)\\.id \\+ \"/"
                                + task.getAttribute("id") + "/\" \\+ string\\(.*")));
    }

    @Test
    void statesTemplatesAndReasonsAreTheSame() {
        Set<String> states = new TreeSet<>(Set.of(names(OrderState.values())));
        states.addAll(Set.of(names(ReturnState.values())));
        states.addAll(Set.of(names(SupportState.values())));
        states.addAll(Set.of(names(PurchaseState.values())));
        assertThat(literals("input", "state")).isSubsetOf(states);
        assertThat(literals("output", "refusal")).isEqualTo(constants(ReturnRefusal.class));
        assertThat(literals("input", "template")).isEqualTo(constants(EmailTemplate.class));
        Set<String> reasons = new TreeSet<>(literals("output", "cancellation.reason"));
        reasons.addAll(literals("input", "reason"));
        assertThat(reasons).isEqualTo(constants(CancellationReason.class));
    }

    /** Constant values that a mapping hands to this target. */
    private static Set<String> literals(String mapping, String target) {
        return Model.processes().stream()
                .flatMap(model -> model.elements(mapping))
                .filter(element -> element.getAttribute("target").equals(target))
                .map(element -> element.getAttribute("source"))
                .flatMap(source -> source.startsWith("=")
                        ? CONSTANT.matcher(source).results().map(found -> found.group(1))
                        : Stream.of(source))
                .collect(Collectors.toSet());
    }

    private static void eachTask(BiConsumer<Element, String> check) {
        for (Model model : Model.processes()) {
            model.elements("serviceTask")
                    .forEach(task -> check.accept(
                            task,
                            Model.below(task, "taskDefinition")
                                    .findFirst()
                                    .orElseThrow()
                                    .getAttribute("type")));
        }
    }

    private static Set<String> inModels(String element, String attribute) {
        return Model.processes().stream()
                .flatMap(model -> model.values(element, attribute).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> files(String extension) {
        return ShippedModels.names().stream()
                .filter(name -> name.endsWith(extension))
                .map(name -> name.substring(name.lastIndexOf('/') + 1, name.length() - extension.length()))
                .collect(Collectors.toSet());
    }

    private static Set<String> constants(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(ContractTest::value)
                .collect(Collectors.toSet());
    }

    private static String value(Field field) {
        try {
            return String.valueOf(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot read " + field, e);
        }
    }

    private static String[] required(Class<? extends Record> type) {
        return Stream.of(type.getRecordComponents())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .toArray(String[]::new);
    }

    private static String[] components(Class<? extends Record> type) {
        return names(type.getRecordComponents(), RecordComponent::getName);
    }

    private static String[] names(Enum<?>[] values) {
        return names(values, Enum::name);
    }

    private static <T> String[] names(T[] values, Function<T, String> name) {
        return Arrays.stream(values).map(name).toArray(String[]::new);
    }
}
