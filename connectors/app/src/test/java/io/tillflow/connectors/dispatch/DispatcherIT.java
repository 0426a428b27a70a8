package io.tillflow.connectors.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.tillflow.connectors.RunningBroker;
import io.tillflow.connectors.intake.Event;
import io.tillflow.connectors.intake.EventState;
import io.tillflow.connectors.intake.EventView;
import io.tillflow.connectors.intake.Inbox;
import io.tillflow.connectors.provider.Page;
import io.tillflow.connectors.provider.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One instance per event, whatever is repeated and whoever dies: on the real broker, with the real history. */
class DispatcherIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String PROCESS = "started-once";
    private static final Clock CLOCK = Clock.systemUTC();
    private static final DispatchSettings SETTINGS = new DispatchSettings(
            Duration.ofSeconds(2),
            Duration.ofSeconds(15),
            Set.of(PROCESS, "nobody-starts"),
            Duration.ofSeconds(5),
            100,
            Duration.ofMillis(100));

    private final JdbcClient database = TestDatabase.jdbc();
    private final Inbox inbox = Inbox.on(database, TestDatabase.transaction(), CLOCK);
    private final DispatchQueue queue = new DispatchQueue(database, CLOCK);
    private final History history = new History(database, CLOCK);
    private final MessageBroker broker = new ZeebeMessageBroker(RunningBroker.client());
    private final String subject = "order-" + UUID.randomUUID();

    @BeforeAll
    static void deployTwoProcesses() {
        RunningBroker.client()
                .newDeployResourceCommand()
                .addProcessModel(
                        Bpmn.createExecutableProcess(PROCESS)
                                .startEvent()
                                .message(PROCESS)
                                .endEvent()
                                .done(),
                        "started-once.bpmn")
                .addProcessModel(
                        Bpmn.createExecutableProcess("waits-later")
                                .startEvent()
                                .intermediateCatchEvent(
                                        "wait",
                                        wait -> wait.message(
                                                m -> m.name("comes-early").zeebeCorrelationKey("=subject")))
                                .endEvent()
                                .done(),
                        "waits-later.bpmn")
                .send()
                .join();
    }

    @Test
    void manyRepeatsAtOnceMakeOneInstance() throws Exception {
        Event event = event(PROCESS);
        try (var shoppers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<List<Inbox.Acceptance>>> repeats = IntStream.range(0, 20)
                    .<Callable<List<Inbox.Acceptance>>>mapToObj(i -> () -> inbox.accept(List.of(event)))
                    .toList();
            long accepted = shoppers.invokeAll(repeats).stream()
                    .filter(answer -> answer.resultNow().contains(Inbox.Acceptance.ACCEPTED))
                    .count();
            assertThat(accepted).isEqualTo(1);
        }
        dispatchUntil(EventState.DONE);
        assertThat(instances()).isEqualTo(1);
    }

    @Test
    void aRepeatAfterCompletionStartsNothing() {
        inbox.accept(List.of(event(PROCESS)));
        dispatchUntil(EventState.DONE);
        await().atMost(PATIENCE).until(() -> states("COMPLETED") == 1);

        assertThat(inbox.accept(List.of(event(PROCESS)))).containsExactly(Inbox.Acceptance.REPEATED);
        dispatchUntil(EventState.DONE);
        assertThat(instances()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Checkpoint.Step.class)
    void aCrashAtAnyStepLosesAndDoublesNothing(Checkpoint.Step step) {
        inbox.accept(List.of(event(PROCESS)));
        crashAt(step);

        dispatchUntil(EventState.DONE);
        assertThat(instances()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Checkpoint.Step.class)
    void aCrashThatLastsLongerThanTheMessageLosesAndDoublesNothing(Checkpoint.Step step) {
        inbox.accept(List.of(event(PROCESS)));
        crashAt(step);
        Instant forgotten = CLOCK.instant().plus(SETTINGS.keepStart()).plusSeconds(1);
        await().atMost(PATIENCE).until(() -> CLOCK.instant().isAfter(forgotten));

        dispatchUntil(EventState.DONE);
        assertThat(instances()).isEqualTo(1);
    }

    @Test
    void aStartThatNobodyListensToIsSeen() {
        inbox.accept(List.of(event("nobody-starts")));
        dispatchUntil(EventState.UNHEARD);
        assertThat(view().explanation()).isEqualTo("no automation listens");

        assertThat(inbox.publishAgain(view().seq())).isTrue();
        dispatchUntil(EventState.UNHEARD);
    }

    @Test
    void whatComesAfterAnInstanceWentOnNamesTheInstance() {
        inbox.accept(List.of(event(PROCESS)));
        dispatchUntil(EventState.DONE);
        long instance = Objects.requireNonNull(view().processInstanceKey());

        inbox.accept(List.of(event("nobody-starts", "after " + subject)));
        dispatchUntil(EventState.UNHEARD);
        assertThat(view().explanation()).contains("any more", "process instance " + instance);
    }

    @Test
    void aMessageThatComesEarlyIsHeardLater() {
        inbox.accept(List.of(event("comes-early")));
        dispatchUntil(EventState.PUBLISHED);

        RunningBroker.client()
                .newCreateInstanceCommand()
                .bpmnProcessId("waits-later")
                .latestVersion()
                .variables("{\"subject\":\"" + subject + "\"}")
                .send()
                .join();
        dispatchUntil(EventState.DONE);
    }

    @Test
    void aMessageThatNobodyWaitsForIsUnheardOnlyWhenTheBrokerLetsItGo() {
        inbox.accept(List.of(event("comes-early")));
        dispatchUntil(EventState.UNHEARD);
        EventView unheard = view();
        assertThat(unheard.expiresAt()).isNotNull().isBefore(CLOCK.instant());
    }

    @Test
    void eventsOfOneOrderGoInTheirOrder() {
        List<Event> events = IntStream.range(0, 10)
                .mapToObj(i -> new Event(
                        "test",
                        UUID.randomUUID().toString(),
                        "comes-early",
                        subject,
                        CLOCK.instant(),
                        "{\"n\":" + i + "}"))
                .toList();
        inbox.accept(events);
        Dispatcher dispatcher = dispatcher(Checkpoint.NONE);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            dispatcher.round(() -> {});
            return all().stream()
                    .noneMatch(e -> e.state() == EventState.RECEIVED || e.state() == EventState.PUBLISHING);
        });
        List<Long> keys = all().stream().map(EventView::messageKey).toList();
        assertThat(keys).hasSize(10).isSorted();
    }

    @Test
    void withoutHistoryEventsStayPublishedAndNothingIsLost() {
        inbox.accept(List.of(event(PROCESS)));
        Dispatcher dispatcher = dispatcher(Checkpoint.NONE);
        await().atMost(PATIENCE).until(() -> {
            dispatcher.round(() -> {});
            return view().state() == EventState.PUBLISHED;
        });
        await().atMost(PATIENCE).until(() -> instances() == 1);
        assertThat(view().state()).isEqualTo(EventState.PUBLISHED);
        dispatchUntil(EventState.DONE);
    }

    private void crashAt(Checkpoint.Step step) {
        AtomicBoolean died = new AtomicBoolean();
        Dispatcher dying = dispatcher((reached, event) -> {
            if (reached == step) {
                died.set(true);
                throw new IllegalStateException("the process dies here");
            }
        });
        dying.round(() -> {});
        await().atMost(PATIENCE).untilTrue(died);
    }

    /** Works as the app does until this test's event has come so far. */
    private void dispatchUntil(EventState state) {
        Dispatcher dispatcher = dispatcher(Checkpoint.NONE);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            dispatcher.round(() -> {});
            if (state != EventState.PUBLISHED) {
                history.findKeys();
                history.settleHeard(Instant.EPOCH);
                history.settleUnheard(SETTINGS.starts());
            }
            return view().state() == state;
        });
    }

    private Dispatcher dispatcher(Checkpoint checkpoint) {
        return new Dispatcher(queue, broker, new Reconciliation(queue, history, broker), SETTINGS, CLOCK, checkpoint);
    }

    private Event event(String type) {
        return event(type, subject);
    }

    private Event event(String type, String id) {
        return new Event("test", id, type, subject, CLOCK.instant(), "{\"subject\":\"" + subject + "\"}");
    }

    private EventView view() {
        return all().getLast();
    }

    private List<EventView> all() {
        return inbox.list(new Inbox.Filter(null, null, subject), Page.Request.of(null, 100))
                .items();
    }

    /** Counts in history once it has caught up with everything that was published before now. */
    private long instances() {
        Publication fence = broker.fence(subject).toCompletableFuture().join();
        long key = ((Publication.Published) fence).messageKey();
        await().atMost(PATIENCE).until(() -> history.knows(key));
        return database.sql("""
                select count(distinct process_instance_key) from history.message_correlation
                 where correlation_key = :subject and kind = 'START'
                """).param("subject", subject).query(Long.class).single();
    }

    private long states(String state) {
        return database.sql("""
                select count(*) from history.process_instance i
                  join history.message_correlation c on c.process_instance_key = i.key
                 where c.correlation_key = :subject and i.state = :state
                """)
                .param("subject", subject)
                .param("state", state)
                .query(Long.class)
                .single();
    }
}
