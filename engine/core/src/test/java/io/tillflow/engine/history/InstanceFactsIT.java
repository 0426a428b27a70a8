package io.tillflow.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.engine.history.Facts.Everything;
import io.tillflow.engine.history.Facts.Moment;
import io.tillflow.engine.history.Facts.What;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class InstanceFactsIT {

    private final JdbcClient jdbc = HistoryDatabase.get().emptied();
    private final Past past = new Past(jdbc);
    private final Clock clock = Clock.fixed(Past.NOON, ZoneOffset.UTC);
    private final InstanceFacts facts = new InstanceFacts(jdbc, new Instances(jdbc, new Durations(jdbc, clock), clock));
    private final OpenTasks tasks = new OpenTasks(jdbc);

    @BeforeEach
    void anOrderInReview() {
        past.process("order", 1, 7);
        past.instance(100, "10000", Past.NOON.minusSeconds(60));
        past.element(110, 100, "placed", "START_EVENT", Past.NOON.minusSeconds(60));
        past.leave(110, Past.NOON.minusSeconds(59));
        past.element(120, 100, "review", "USER_TASK", Past.NOON.minusSeconds(58));
        past.variable(120, 100, "order", "{\"total\": 1}");
        past.variable(120, 100, "note", "\"look twice\"");
        past.userTask(121, 100, 120, "review", """
                {"io.camunda.zeebe:formKey": "99", "io.camunda.zeebe:assignee": "ines",
                 "io.camunda.zeebe:candidateGroups": "[\\"risk\\"]", "io.camunda.zeebe:dueDate": "2026-03-02T13:00:00Z[Etc/UTC]"}""");
        past.incident(130, 100, 120, "review", "the form is gone");
    }

    @Test
    void tellsAnInstancesStoryInOrder() {
        Everything everything = facts.everything(100).orElseThrow();
        assertThat(everything.elements()).extracting(Facts.Element::elementId).containsExactly("placed", "review");
        assertThat(everything.tokens()).singleElement().matches(Token::failed);
        assertThat(everything.jobs()).singleElement().matches(it -> it.retries() == 1);
        assertThat(everything.incidents()).singleElement().matches(Facts.Incident::open);
        assertThat(Timeline.of(everything))
                .extracting(Moment::what)
                .containsExactly(What.STARTED, What.ENTERED, What.COMPLETED, What.ENTERED, What.INCIDENT);
    }

    @Test
    void knowsNothingOfAnInstanceThatNeverWas() {
        assertThat(facts.everything(1)).isEmpty();
    }

    @Test
    void readsWhatTheBrokerSaidAboutATask() {
        OpenTask task = tasks.page(Optional.empty(), 10).rows().getFirst();
        assertThat(task.businessKey()).isEqualTo("10000");
        assertThat(task.assignee()).isEqualTo("ines");
        assertThat(task.candidateGroups()).containsExactly("risk");
        assertThat(task.form()).isEqualTo(OptionalLong.of(99));
        assertThat(task.due()).contains(Past.NOON.plusSeconds(3600));
    }

    @Test
    void showsATaskTheNearestOfVariablesOfOneName() {
        JsonMapper json = JsonMapper.builder().build();
        OpenTask task = tasks.find(121).orElseThrow();
        assertThat(tasks.variables(task))
                .containsEntry("order", json.readTree("{\"total\": 1}"))
                .containsEntry("note", json.readTree("\"look twice\""));
    }

    @Test
    void forgetsATaskThatIsDone() {
        jdbc.sql("update history.job set ended_at = now(), state = 'COMPLETED'").update();
        assertThat(tasks.find(121)).isEmpty();
        assertThat(tasks.page(Optional.empty(), 10).rows()).isEmpty();
    }
}
