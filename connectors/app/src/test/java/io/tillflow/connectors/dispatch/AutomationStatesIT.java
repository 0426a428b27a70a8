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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the dispatcher makes of automations that are paused, off or run dry, with the real broker and the real history. */
class AutomationStatesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Clock CLOCK = Clock.systemUTC();

    private final JdbcClient database = TestDatabase.jdbc();
    private final Inbox inbox = Inbox.on(database, TestDatabase.transaction(), CLOCK);
    private final DispatchQueue queue = new DispatchQueue(database, CLOCK);
    private final History history = new History(database, CLOCK);
    private final MessageBroker broker = new ZeebeMessageBroker(RunningBroker.client());
    private final String message = "begins-" + UUID.randomUUID();
    private final String process = "process-of-" + message;
    private final DispatchSettings settings = new DispatchSettings(
            Duration.ofSeconds(2),
            Duration.ofSeconds(60),
            Set.of(message),
            Duration.ofSeconds(60),
            100,
            Duration.ofMillis(100));

    @Test
    void whilePausedEventsWaitAndGoOnAfterwardsInTheOrderOfTheirSubject() {
        deploy();
        decide(process, "PAUSED");
        tell("one", "{\"n\": 1}");
        tell("two", "{\"n\": 2}");
        String behind = tellOther("one");
        round();
        assertThat(states()).containsExactly("one HELD", "two HELD");
        assertThat(event(behind).state())
                .as("it must not overtake what waits of the same order")
                .isEqualTo(EventState.RECEIVED);
        assertThat(event("one").explanation()).contains("paused");

        decide(process, "ON");
        assertThat(queue.revise()).isEqualTo(2);
        dispatchUntil(EventState.DONE, "one", "two");
        await().atMost(PATIENCE).until(() -> {
            round();
            return event(behind).state() == EventState.PUBLISHED;
        });
        assertThat(event("one").messageKey()).isLessThan(event(behind).messageKey());
        assertThat(instances()).isEqualTo(2);
    }

    @Test
    void whileOffEventsAreNotWantedUntilSomebodyPublishesThem() {
        deploy();
        decide(process, "OFF");
        tell("one", "{}");
        round();
        EventView unwanted = event("one");
        assertThat(unwanted.state()).isEqualTo(EventState.UNWANTED);
        assertThat(inbox.publishAgain(unwanted.seq())).as("it is still off").isFalse();

        decide(process, "ON");
        assertThat(queue.revise()).as("nothing comes back by itself").isZero();
        assertThat(inbox.publishAgain(unwanted.seq())).isTrue();
        dispatchUntil(EventState.DONE, "one");
        assertThat(instances()).isEqualTo(1);
    }

    @Test
    void whatWaitedIsNotWantedAnyMoreOnceItIsOff() {
        decide(process, "PAUSED");
        tell("one", "{}");
        round();
        decide(process, "OFF");
        assertThat(queue.revise()).isEqualTo(1);
        assertThat(states()).containsExactly("one UNWANTED");
    }

    @Test
    void whatWasHandedOverBeforeThePauseGoesOnAndBeginsOneInstance() {
        deploy();
        decide(process, "ON");
        tell("one", "{}");
        crashOnceAnswered();
        decide(process, "PAUSED");
        dispatchUntil(EventState.DONE, "one");
        assertThat(instances()).isEqualTo(1);
    }

    @Test
    void aDryRunStaysOneWhateverIsDecidedLater() {
        deploy();
        decide(process, "DRY_RUN");
        tell("one", "{\"n\": 1}");
        crashOnceAnswered();
        decide(process, "ON");
        dispatchUntil(EventState.DONE, "one");
        assertThat(event("one").dry()).isTrue();
        assertThat(variables()).containsExactlyInAnyOrder("dryRun true", "n 1");
    }

    @Test
    void nobodyOutsideDecidesWhatIsADryRun() {
        deploy();
        decide(process, "ON");
        tell("one", "{\"dryRun\": true, \"n\": 1}");
        dispatchUntil(EventState.DONE, "one");
        assertThat(variables()).containsExactly("n 1");
    }

    @Test
    void theStrictestOfSeveralAutomationsDecides() {
        decide(process, "DRY_RUN");
        decide(process + "-too", "PAUSED");
        tell("one", "{}");
        round();
        assertThat(states()).containsExactly("one HELD");
        decide(process + "-too", "ON");
        queue.revise();
        round();
        await().atMost(PATIENCE).until(() -> event("one").state() == EventState.PUBLISHED);
        assertThat(event("one").dry()).isTrue();
    }

    private void deploy() {
        RunningBroker.client()
                .newDeployResourceCommand()
                .addProcessModel(
                        Bpmn.createExecutableProcess(process)
                                .startEvent()
                                .message(message)
                                .endEvent()
                                .done(),
                        process + ".bpmn")
                .send()
                .join();
    }

    private void decide(String automation, String state) {
        database.sql("""
                insert into connectors.automation (process_id, state) values (:process, :state)
                on conflict (process_id) do update set state = excluded.state
                """).param("process", automation).param("state", state).update();
        database.sql(
                        "insert into connectors.automation_trigger (process_id, message) values (:process, :message) on conflict do nothing")
                .param("process", automation)
                .param("message", message)
                .update();
    }

    private void tell(String id, String data) {
        inbox.accept(List.of(new Event(message, id, message, message + id, CLOCK.instant(), data)));
    }

    /** Something else about the same order, which nobody listens to. */
    private String tellOther(String id) {
        inbox.accept(List.of(new Event(message, id + "-other", "something-else", message + id, CLOCK.instant(), "{}")));
        return id + "-other";
    }

    private void round() {
        dispatcher(Checkpoint.NONE).round(() -> {});
    }

    private void crashOnceAnswered() {
        AtomicBoolean died = new AtomicBoolean();
        dispatcher((reached, event) -> {
                    if (reached == Checkpoint.Step.ANSWERED) {
                        died.set(true);
                        throw new IllegalStateException("the process dies here");
                    }
                })
                .round(() -> {});
        await().atMost(PATIENCE).untilTrue(died);
    }

    private void dispatchUntil(EventState state, String... ids) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            round();
            history.findKeys();
            history.settleHeard(Instant.EPOCH);
            return List.of(ids).stream().allMatch(id -> event(id).state() == state);
        });
    }

    private Dispatcher dispatcher(Checkpoint checkpoint) {
        return new Dispatcher(queue, broker, new Reconciliation(queue, history, broker), settings, CLOCK, checkpoint);
    }

    private List<String> states() {
        return inbox.list(new Inbox.Filter(null, message, null), Page.Request.of(null, 100)).items().stream()
                .map(event -> event.id() + " " + event.state())
                .toList();
    }

    private EventView event(String id) {
        long seq = database.sql("select seq from connectors.inbox where source = :source and id = :id")
                .param("source", message)
                .param("id", id)
                .query(Long.class)
                .single();
        return inbox.list(new Inbox.Filter(null, null, null), new Page.Request(seq - 1, 1))
                .items()
                .getFirst();
    }

    private long instances() {
        return database.sql("select count(*) from history.message_correlation where name = :name and kind = 'START'")
                .param("name", message)
                .query(Long.class)
                .single();
    }

    /** Of the instance that the message began, once they are in history. */
    private List<String> variables() {
        return await().atMost(PATIENCE)
                .until(
                        () -> database.sql("""
                                select v.name || ' ' || v.value from history.variable v
                                  join history.message_correlation c on c.process_instance_key = v.scope_key where c.name = :name
                                """)
                                .param("name", message)
                                .query(String.class)
                                .list(),
                        found -> !found.isEmpty());
    }
}
