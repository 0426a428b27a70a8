package io.tillflow.connectors.automations;

import io.tillflow.connectors.provider.Page;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What instances in a dry run would have done. */
@Repository
public class DryRuns {
    /** The variable that makes an instance a dry run; the dispatcher sets it, for good. */
    public static final String VARIABLE = "dryRun";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LARGEST = 10_000;

    private final JdbcClient database;
    private final Days days;

    public DryRuns(JdbcClient database, Days days) {
        this.database = database;
        this.days = days;
    }

    /** The step whose effect was not carried out. */
    public record Step(String processId, long processInstanceKey, String elementId, long jobKey) {}

    /**
     * An effect that was not carried out.
     *
     * @param action what the action is called
     * @param inputs what it would have been given
     */
    public record WouldHave(
            long seq,
            long processInstanceKey,
            String elementId,
            String jobType,
            String action,
            Object inputs,
            Instant at) {}

    private record Row(
            long seq,
            long processInstanceKey,
            String elementId,
            String jobType,
            String action,
            String inputs,
            Instant at) {
        WouldHave view() {
            return new WouldHave(
                    seq, processInstanceKey, elementId, jobType, action, JSON.readValue(inputs, Map.class), at);
        }
    }

    /** Writes one down, once per job. */
    public void record(Step step, String jobType, String action, Map<String, Object> inputs) {
        String text = JSON.writeValueAsString(inputs);
        database.sql("""
                insert into connectors.dry_effect (process_id, process_instance_key, element_id, job_key, job_type, action, inputs, at)
                values (:process, :instance, :element, :job, :type, :action, cast(:inputs as jsonb), :now) on conflict do nothing
                """)
                .param("process", step.processId())
                .param("instance", step.processInstanceKey())
                .param("element", step.elementId())
                .param("job", step.jobKey())
                .param("type", jobType)
                .param("action", action)
                .param("inputs", text.length() > LARGEST ? "{\"left out\": \"too large to be kept\"}" : text)
                .param("now", Timestamp.from(days.now()))
                .update();
    }

    /** Newest first: a page's {@code after} is the last one's number. */
    Page<WouldHave> list(String processId, Page.Request request) {
        return Page.of(
                database
                        .sql("""
                        select seq, process_instance_key, element_id, job_type, action, inputs::text as inputs, at
                          from connectors.dry_effect
                         where process_id = :process and (:after = 0 or seq < :after)
                         order by seq desc limit :limit
                        """)
                        .param("process", processId)
                        .param("after", request.after())
                        .param("limit", request.limitPlusOne())
                        .query(Row.class)
                        .list()
                        .stream()
                        .map(Row::view)
                        .toList(),
                request.limit(),
                WouldHave::seq);
    }
}
