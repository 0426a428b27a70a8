package io.tillflow.studio.tasks;

import io.tillflow.engine.history.OpenTask;
import io.tillflow.engine.history.OpenTasks;
import io.tillflow.studio.tasks.TaskQuery.Asker;
import io.tillflow.studio.tasks.TaskQuery.Part;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The open tasks of history beside what the studio knows of them: who has them and how they are planned. */
@Repository
class InboxStore {

    private static final String MINE = "holder = :me";
    private static final String FREE_OF_MY_GROUPS = """
            (holder = '' and (cardinality(:groups::text[]) = 0 or candidate_groups = '[]' or jsonb_exists_any(candidate_groups, :groups::text[])))""";

    /** The columns by which a list is sorted, each of them ascending; the last one is never the same twice. */
    private static final String BY_DUE = "rests, due_ms, rank, key";

    private static final String BY_PRIORITY = "rests, rank, due_ms, key";
    private static final String BY_NEWEST = "rests, 0::bigint, 0::bigint, -key";
    private static final String BY_OLDEST = "rests, 0::bigint, 0::bigint, key";

    private static final String BEFORE_ALL = "-1_0_0_0";

    private static final String FITTING = """
            with task as (
              select t.*, coalesce(c.person, t.assignee) as holder, p.priority, p.due as planned_due, p.follow_up,
                     case when p.follow_up > :now then 1 else 0 end::bigint as rests,
                     coalesce((extract(epoch from coalesce(p.due, case when t.due_date ~ '^\\d{4}-\\d\\d-\\d\\dT'
                         then regexp_replace(t.due_date, '\\[.*\\]$', '')::timestamptz end)) * 1000)::bigint, 9223372036854775807) as due_ms,
                     case p.priority when 'CRITICAL' then 0 when 'HIGH' then 1 when 'LOW' then 3 else 2 end::bigint as rank
                from (%s) t
                left join studio.task_claim c on c.task_key = t.key
                left join studio.task_plan p on p.task_key = t.key
               where c.finished_at is null),
            fitting as (
              select * from task
               where (:process = '' or bpmn_process_id = :process)
                 and (:group = '' or jsonb_exists(candidate_groups, :group))
                 and (:priority = '' or coalesce(priority, 'NORMAL') = :priority)
                 and (not :late or due_ms < :nowMs)
                 and not exists (
                   select from unnest(:words::text[]) as w (word)
                    where position(word in lower(business_key || ' ' || holder || ' ' || candidate_groups::text)) = 0
                      and (word, process_definition_key, element_id) not in (
                            select * from unnest(:spotWords::text[], :spotDefinitions::bigint[], :spotElements::text[]))))
            """.formatted(OpenTasks.ALL);

    private final JdbcClient jdbc;

    InboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An open task as it stands in the list. */
    record Entry(OpenTask open, Optional<String> holder, Plan plan, String cursor) {}

    /** A step at which tasks are open, with one choice of groups. */
    record Spot(long definitionKey, String processId, String elementId, List<String> groups) {}

    /** A word that is searched for, and the steps that are called so. */
    record Word(String word, List<Spot> spots) {}

    /** How many there are for who asks. */
    record Counts(long mine, long groups, long all, long late) {

        long in(Part part) {
            return switch (part) {
                case MINE -> mine;
                case GROUPS -> groups;
                case ALL -> all;
            };
        }
    }

    List<Entry> list(TaskQuery query, Asker asker, List<Word> words, Optional<String> after, int limit) {
        String part = switch (query.part()) {
            case MINE -> MINE;
            case GROUPS -> FREE_OF_MY_GROUPS;
            case ALL -> "true";
        };
        String order = switch (query.sort()) {
            case DUE -> BY_DUE;
            case PRIORITY -> BY_PRIORITY;
            case NEWEST -> BY_NEWEST;
            case OLDEST -> BY_OLDEST;
        };
        Long[] from = cursor(after.orElse(BEFORE_ALL));
        String sql = FITTING + "select *, concat_ws('_', " + order + ") as cursor from fitting where " + part + " and ("
                + order + ") > (:a, :b, :c, :d) order by " + order + " limit :limit";
        return asking(sql, query, asker, words)
                .param("a", from[0])
                .param("b", from[1])
                .param("c", from[2])
                .param("d", from[3])
                .param("limit", limit)
                .query((row, n) -> entry(row))
                .list();
    }

    Counts counts(TaskQuery query, Asker asker, List<Word> words) {
        String sql = FITTING + "select count(*) filter (where " + MINE + ") as mine, count(*) filter (where "
                + FREE_OF_MY_GROUPS
                + ") as groups, count(*) as all_of_them, count(*) filter (where due_ms < :nowMs) as late from fitting";
        return asking(sql, query, asker, words)
                .query((row, n) -> new Counts(
                        row.getLong("mine"), row.getLong("groups"), row.getLong("all_of_them"), row.getLong("late")))
                .single();
    }

    /** Where tasks are open. */
    List<Spot> spots() {
        return jdbc.sql("select distinct process_definition_key, bpmn_process_id, element_id, candidate_groups from ("
                        + OpenTasks.ALL + ") t")
                .query((row, n) -> new Spot(
                        row.getLong("process_definition_key"),
                        row.getString("bpmn_process_id"),
                        row.getString("element_id"),
                        OpenTasks.groups(row)))
                .list();
    }

    private StatementSpec asking(String sql, TaskQuery query, Asker asker, List<Word> words) {
        List<Named> named = words.stream()
                .flatMap(it -> it.spots().stream().map(spot -> new Named(it.word(), spot)))
                .toList();
        return jdbc.sql(sql)
                .param("me", asker.name())
                .param("groups", asker.groups().toArray(String[]::new))
                .param("now", OffsetDateTime.ofInstant(asker.now(), ZoneOffset.UTC))
                .param("nowMs", asker.now().toEpochMilli())
                .param("process", query.process().orElse(""))
                .param("group", query.group().orElse(""))
                .param("priority", query.priority().map(Enum::name).orElse(""))
                .param("late", query.late())
                .param("words", words.stream().map(Word::word).toArray(String[]::new))
                .param("spotWords", named.stream().map(Named::word).toArray(String[]::new))
                .param(
                        "spotDefinitions",
                        named.stream().map(it -> it.spot().definitionKey()).toArray(Long[]::new))
                .param(
                        "spotElements",
                        named.stream().map(it -> it.spot().elementId()).toArray(String[]::new));
    }

    private record Named(String word, Spot spot) {}

    private static Long[] cursor(String text) {
        if (!text.matches("-?\\d{1,19}(_-?\\d{1,19}){3}")) {
            throw new IllegalArgumentException(
                    "expected after to be the \"next\" of an earlier answer, but it is " + text);
        }
        return Arrays.stream(text.split("_", -1)).map(Long::valueOf).toArray(Long[]::new);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        String holder = row.getString("holder");
        String priority = row.getString("priority");
        Plan plan = priority == null
                ? Plan.NONE
                : new Plan(Priority.valueOf(priority), instant(row, "planned_due"), instant(row, "follow_up"));
        return new Entry(
                OpenTasks.read(row), Optional.of(holder).filter(it -> !it.isEmpty()), plan, row.getString("cursor"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
