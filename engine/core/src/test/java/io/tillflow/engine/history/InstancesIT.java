package io.tillflow.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.engine.history.Instances.Order;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class InstancesIT {

    private static final Instant NOON = Past.NOON;
    private static final int FEW = 3;

    private final JdbcClient jdbc = HistoryDatabase.get().emptied();
    private final Past past = new Past(jdbc);
    private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    private final Instances instances = new Instances(jdbc, new Durations(jdbc, clock), clock);

    @BeforeEach
    void tenOrders() {
        past.process("order", 1, 7);
        for (int i = 0; i < 10; i++) {
            long key = 100L + i;
            past.instance(key, "1000" + i, NOON.minusSeconds(600 - i));
            past.element(1000 + i, key, "pay", "INTERMEDIATE_CATCH_EVENT", NOON.minusSeconds(500 - i));
        }
        past.end(100, "COMPLETED", NOON.minusSeconds(10));
        past.end(101, "CANCELLED", NOON.minusSeconds(10));
        past.incident(5000, 102, 1002, "pay", "no such card");
        past.element(2003, 103, "ship", "SERVICE_TASK", NOON.minusSeconds(5));
    }

    @Test
    void pagesThroughAllOfThemOnceNewestFirst() {
        assertThat(walk(InstanceFilter.ALL, Order.NEWEST))
                .containsExactly(109L, 108L, 107L, 106L, 105L, 104L, 103L, 102L, 101L, 100L);
    }

    @Test
    void putsTheFailedFirstAndThenTheLatest() {
        assertThat(walk(InstanceFilter.open(), Order.LATEST))
                .containsExactly(102L, 103L, 104L, 105L, 106L, 107L, 108L, 109L);
    }

    @Test
    void measuresLatenessAgainstWhatIsUsualForTheStep() {
        past.instance(300, "30000", NOON.minusSeconds(7000));
        past.element(3000, 300, "pick", "USER_TASK", NOON.minusSeconds(7000));
        past.end(300, "COMPLETED", NOON);
        past.instance(301, "30001", NOON.minusSeconds(900));
        past.element(3001, 301, "pick", "USER_TASK", NOON.minusSeconds(900));
        // ten minutes at a step that takes 490 s are later than fifteen at one that takes two hours
        assertThat(walk(InstanceFilter.open(), Order.LATEST))
                .startsWith(102L, 103L)
                .endsWith(301L);
    }

    @Test
    void putsAllThatWaitInTheOrderTheyHaveAmongOthers() {
        past.element(2004, 104, "sort", "SUB_PROCESS", NOON.minusSeconds(90_000));
        past.element(2104, 104, "pay", "INTERMEDIATE_CATCH_EVENT", NOON.minusSeconds(495));
        past.element(2005, 105, "pick", "USER_TASK", NOON.minusSeconds(80_000));
        past.element(2006, 106, "pay", "INTERMEDIATE_CATCH_EVENT", NOON.plusSeconds(60));
        // at the same moment: the greater key first
        past.element(2008, 108, "pick", "USER_TASK", NOON.minusSeconds(88_000));
        past.element(2009, 109, "pick", "USER_TASK", NOON.minusSeconds(88_000));
        InstanceFilter waiting = InstanceFilter.ALL.withStates(Set.of(InstanceState.WAITING));
        InstanceFilter andMore = waiting.withStarted(Optional.of(NOON.minusSeconds(700)), Optional.empty());
        assertThat(walk(waiting, Order.LATEST))
                .containsExactly(104L, 109L, 108L, 105L, 106L, 107L)
                .isEqualTo(walk(andMore, Order.LATEST));
        assertThat(walk(InstanceFilter.open(), Order.LATEST)).containsSubsequence(walk(waiting, Order.LATEST));
        past.end(107, "COMPLETED", NOON);
        assertThat(walk(waiting, Order.LATEST)).hasSize(5).doesNotContain(107L);
    }

    @Test
    void whatIsToldByIndexesAloneIsInTheOrderThatReadingEachInstanceGives() {
        past.process("order", 2, 8);
        past.process("refund", 2, 9);
        past.belongsTo(104, "order", 2, 8);
        past.belongsTo(105, "refund", 2, 9);
        past.belongsTo(106, "refund", 2, 9);
        past.incident(5001, 106, 1006, "pay", "no such card");
        past.incident(5002, 103, 2003, "ship", "no such street");
        past.element(2004, 104, "sort", "SUB_PROCESS", NOON.minusSeconds(90_000));
        for (Set<InstanceState> states : List.of(
                InstanceFilter.OPEN_STATES,
                Set.of(InstanceState.WAITING, InstanceState.RUNNING),
                Set.of(InstanceState.WAITING))) {
            InstanceFilter plain = InstanceFilter.ALL.withStates(states);
            for (InstanceFilter told : List.of(
                    plain,
                    plain.withProcesses(Set.of("order")),
                    plain.withVersion(OptionalInt.of(2)),
                    plain.withProcesses(Set.of("order")).withVersion(OptionalInt.of(2)))) {
                InstanceFilter read = told.withStarted(Optional.of(Instant.EPOCH), Optional.empty());
                assertThat(walk(told, Order.LATEST)).isNotEmpty().isEqualTo(walk(read, Order.LATEST));
            }
        }
    }

    @Test
    void anElementWithoutItsInstanceDoesNotCutTheListOfAllThatWait() {
        for (int i = 0; i <= FEW; i++) {
            past.element(9100 + i, 9000 + i, "pick", "USER_TASK", NOON.minusSeconds(95_000 + i));
        }
        assertThat(walk(InstanceFilter.ALL.withStates(Set.of(InstanceState.WAITING)), Order.LATEST))
                .containsExactly(104L, 105L, 106L, 107L, 108L, 109L);
    }

    @Test
    void tellsRunningFromWaitingFromFailed() {
        assertThat(keys(InstanceFilter.ALL.withStates(Set.of(InstanceState.INCIDENT))))
                .containsExactly(102L);
        assertThat(keys(InstanceFilter.ALL.withStates(Set.of(InstanceState.RUNNING))))
                .containsExactly(103L);
        assertThat(keys(InstanceFilter.ALL.withStates(Set.of(InstanceState.WAITING))))
                .hasSize(6);
        assertThat(keys(InstanceFilter.ALL.withStates(Set.of(InstanceState.COMPLETED, InstanceState.CANCELLED))))
                .containsExactly(101L, 100L);
        assertThat(keys(InstanceFilter.ALL.withStates(Set.of(InstanceState.RUNNING, InstanceState.WAITING))))
                .containsExactly(109L, 108L, 107L, 106L, 105L, 104L, 103L);
        assertThat(keys(InstanceFilter.ALL.withStates(Set.of(InstanceState.RUNNING, InstanceState.INCIDENT))))
                .containsExactly(103L, 102L);
        assertThat(keys(InstanceFilter.ALL.withStates(
                        Set.of(InstanceState.RUNNING, InstanceState.WAITING, InstanceState.COMPLETED))))
                .hasSize(8)
                .contains(100L);
        assertThat(instances.count(InstanceFilter.ALL.withStates(Set.of(InstanceState.RUNNING)), 9))
                .isEqualTo(new Count(1, false));
        assertThat(instances.find(102).orElseThrow().state()).isEqualTo(InstanceState.INCIDENT);
        assertThat(instances.find(103).orElseThrow().state()).isEqualTo(InstanceState.RUNNING);
        assertThat(instances.find(104).orElseThrow().state()).isEqualTo(InstanceState.WAITING);
    }

    @Test
    void findsByOrderNumberKeyProcessVersionElementAndTime() {
        assertThat(keys(InstanceFilter.ALL.withText("10004"))).containsExactly(104L);
        assertThat(keys(InstanceFilter.ALL.withText("105"))).containsExactly(105L);
        assertThat(keys(InstanceFilter.ALL.withText("1000"))).hasSize(10);
        assertThat(keys(InstanceFilter.ALL.withText("100%"))).isEmpty();
        assertThat(keys(InstanceFilter.ALL.withText("99999999999999999999"))).isEmpty();
        assertThat(keys(InstanceFilter.ALL.withProcesses(Set.of("order")))).hasSize(10);
        assertThat(keys(InstanceFilter.ALL.withProcesses(Set.of("refund")))).isEmpty();
        assertThat(keys(InstanceFilter.ALL.withVersion(OptionalInt.of(2)))).isEmpty();
        assertThat(keys(InstanceFilter.ALL.withElement(Optional.of("ship")))).containsExactly(103L);
        assertThat(keys(InstanceFilter.ALL.withStarted(
                        Optional.of(NOON.minusSeconds(598)), Optional.of(NOON.minusSeconds(596)))))
                .containsExactly(103L, 102L);
    }

    @Test
    void findsTheOrdersOfACustomer() {
        CustomerOrders orders = words -> "ada".equals(words) ? Set.of("10004", "10007", "99999") : Set.of();
        Instances known = new Instances(jdbc, new Durations(jdbc, clock), clock, orders);
        InstanceFilter ofAda = InstanceFilter.ALL.withCustomer("ada");
        assertThat(known.keys(ofAda, 20)).containsExactly(107L, 104L);
        assertThat(known.count(ofAda, 20)).isEqualTo(new Count(2, false));
        assertThat(known.page(ofAda.withStates(InstanceFilter.OPEN_STATES), Order.LATEST, Optional.empty(), 20)
                        .rows())
                .hasSize(2);
        assertThat(known.keys(ofAda.withVariables(List.of(VariableCondition.parse("order.total>1"))), 20))
                .containsExactly(107L, 104L);
        assertThat(known.keys(InstanceFilter.ALL.withCustomer("nobody"), 20)).isEmpty();
    }

    @Test
    void findsTheSameWhereManyStandAsWhereFewDo() {
        InstanceFilter paying = InstanceFilter.ALL.withElement(Optional.of("pay"));
        Instances crowded = new Instances(
                jdbc, new Durations(jdbc, clock), clock, 4, new QueryChoice(jdbc, CustomerOrders.NONE, 2));
        List<Long> few = keys(paying);
        assertThat(few).containsExactly(109L, 108L, 107L, 106L, 105L, 104L, 103L, 102L);
        assertThat(crowded.keys(paying, 20)).isEqualTo(few);
        assertThat(crowded.count(paying, 20)).isEqualTo(new Count(8, false));
        assertThat(crowded.keys(InstanceFilter.ALL.withElement(Optional.of("ship")), 20))
                .containsExactly(103L);
    }

    @Test
    void findsByVariablesWhereNumbersCompareWithNumbersAndTextsWithTexts() {
        past.variable(104, 104, "risk", "\"review\"");
        past.variable(105, 105, "risk", "12");
        past.variable(106, 106, "risk", "null");
        past.variable(107, 107, "parcel", "{\"to\": {\"country\": \"AT\"}}");
        assertThat(with("risk=review")).containsExactly(104L);
        assertThat(with("risk=12.0")).containsExactly(105L);
        assertThat(with("risk>11")).containsExactly(105L);
        assertThat(with("risk>2")).containsExactly(105L);
        assertThat(with("risk>=12")).containsExactly(105L);
        assertThat(with("risk<=11.99")).isEmpty();
        assertThat(with("risk>=review")).containsExactly(104L);
        assertThat(with("risk<z")).containsExactly(104L);
        assertThat(with("risk!=review")).containsExactly(106L, 105L);
        assertThat(with("risk~EVI")).containsExactly(104L);
        assertThat(with("risk")).containsExactly(106L, 105L, 104L);
        assertThat(with("parcel.to.country=AT")).containsExactly(107L);
        assertThat(with("order.total>12549", "parcel")).containsExactly(107L);
        assertThat(with("order.total>12550")).isEmpty();
        assertThat(with("risk~%")).isEmpty();
        assertThat(instances.count(filter("order.total=12550"), 3)).isEqualTo(new Count(3, true));
    }

    @Test
    void goesOnWhereItStoppedLookingAtVariables() {
        Instances nearSighted =
                new Instances(jdbc, new Durations(jdbc, clock), clock, 4, new QueryChoice(jdbc, CustomerOrders.NONE));
        past.variable(101, 101, "risk", "\"review\"");
        List<Long> found = new ArrayList<>();
        int pages = 0;
        Optional<String> cursor = Optional.empty();
        do {
            Page<InstanceRow> page = nearSighted.page(filter("risk=review"), Order.NEWEST, cursor, FEW);
            page.rows().forEach(row -> found.add(row.instance().key()));
            cursor = page.next();
            pages++;
        } while (cursor.isPresent());
        assertThat(found).containsExactly(101L);
        assertThat(pages).isEqualTo(3);
        assertThat(nearSighted.count(filter("risk=review"), 10)).isEqualTo(new Count(0, true));
    }

    @Test
    void findsByWhatAnIncidentSays() {
        assertThat(keys(InstanceFilter.ALL.withIncident("SUCH card"))).containsExactly(102L);
        assertThat(keys(InstanceFilter.ALL.withIncident("such_card"))).isEmpty();
    }

    private List<Long> with(String... conditions) {
        return keys(filter(conditions));
    }

    private static InstanceFilter filter(String... conditions) {
        return InstanceFilter.ALL.withVariables(
                Stream.of(conditions).map(VariableCondition::parse).toList());
    }

    @Test
    void saysWhereARowStandsAndWhatIsAtStake() {
        InstanceRow failed = instances.rows(List.of(102L)).getFirst();
        assertThat(failed.tokens()).singleElement().satisfies(token -> {
            assertThat(token.elementId()).isEqualTo("pay");
            assertThat(token.failed()).isTrue();
            assertThat(token.since()).isEqualTo(NOON.minusSeconds(498));
        });
        assertThat(failed.stake()).contains(new InstanceRow.Money(12550, "EUR"));
    }

    @Test
    void countsNoFurtherThanAsked() {
        assertThat(instances.count(InstanceFilter.ALL, 100)).isEqualTo(new Count(10, false));
        assertThat(instances.count(InstanceFilter.ALL, 5)).isEqualTo(new Count(5, true));
    }

    @Test
    void refusesACursorOfSomebodyElse() {
        assertThatThrownBy(() -> instances.page(InstanceFilter.ALL, Order.NEWEST, Optional.of("; drop"), FEW))
                .isInstanceOf(NotACursor.class);
    }

    private List<Long> keys(InstanceFilter filter) {
        return walk(filter, Order.NEWEST);
    }

    private List<Long> walk(InstanceFilter filter, Order order) {
        List<Long> keys = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<InstanceRow> page = instances.page(filter, order, cursor, FEW);
            page.rows().forEach(row -> keys.add(row.instance().key()));
            cursor = page.next();
        } while (cursor.isPresent());
        return keys;
    }
}
