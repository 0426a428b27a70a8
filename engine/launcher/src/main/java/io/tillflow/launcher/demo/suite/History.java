package io.tillflow.launcher.demo.suite;

import io.tillflow.launcher.demo.proof.InstanceFact;
import io.tillflow.launcher.demo.proof.StepFact;
import io.tillflow.launcher.suite.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the exporter wrote of the broker's work, read from the history schema without asking any app. */
public final class History {
    private static final String PROCESS = "order-fulfilment";

    private final Database database;
    private final Map<Long, Map<String, String>> names = new HashMap<>();

    public History(Database database) {
        this.database = database;
    }

    /** Every instance, of any version, that was started for one of these orders. */
    public List<InstanceFact> instances(Collection<String> orderNumbers) {
        return read("and i.business_key = any (?)", orderNumbers, true);
    }

    /** Every instance there is, without its steps. */
    public List<InstanceFact> heads() {
        return read("", List.of(), false);
    }

    /** How many instances of another process came to their end, by the business key they began with. */
    public Map<String, Integer> completed(String process, Collection<String> businessKeys) {
        String sql = """
                select business_key, count(*) as instances from history.process_instance
                where bpmn_process_id = ? and business_key = any (?) and state = 'COMPLETED' group by business_key
                """;
        Map<String, Integer> completed = new HashMap<>();
        try (Connection connection = database.connect();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, process);
            select.setArray(2, connection.createArrayOf("text", businessKeys.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    completed.put(row.getString("business_key"), row.getInt("instances"));
                }
            }
        } catch (SQLException away) {
            throw new Unreachable("the history schema: " + away.getMessage());
        }
        return completed;
    }

    /** Keys of the instances of these orders in which something failed for good. */
    public List<Long> withIncidents(Collection<String> orderNumbers) {
        String where = "and i.business_key = any (?) and i.open_incidents > 0";
        try (Connection connection = database.connect()) {
            return heads(connection, where, orderNumbers, Map.of()).stream()
                    .map(InstanceFact::key)
                    .toList();
        } catch (SQLException away) {
            throw new Unreachable("the history schema: " + away.getMessage());
        }
    }

    private List<InstanceFact> read(String where, Collection<String> orderNumbers, boolean withSteps) {
        try (Connection connection = database.connect()) {
            connection.setReadOnly(true);
            Map<Long, List<StepFact>> steps = withSteps ? steps(connection, where, orderNumbers) : Map.of();
            return heads(connection, where, orderNumbers, steps);
        } catch (SQLException away) {
            throw new Unreachable("the history schema: " + away.getMessage());
        }
    }

    private List<InstanceFact> heads(
            Connection connection, String where, Collection<String> numbers, Map<Long, List<StepFact>> steps)
            throws SQLException {
        String sql = """
                select i.key, i.business_key, i.version, i.state, i.open_incidents, i.started_at, i.ended_at
                from history.process_instance i
                where i.bpmn_process_id = '%s' and i.parent_process_instance_key is null %s
                order by i.key
                """.formatted(PROCESS, where);
        List<InstanceFact> instances = new ArrayList<>();
        try (PreparedStatement select = prepared(connection, sql, where, numbers);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                long key = row.getLong("key");
                String order = row.getString("business_key");
                instances.add(new InstanceFact(
                        key,
                        order == null ? "" : order,
                        row.getInt("version"),
                        row.getString("state"),
                        row.getInt("open_incidents"),
                        row.getTimestamp("started_at").toInstant(),
                        instant(row, "ended_at"),
                        steps.getOrDefault(key, List.of())));
            }
        }
        return instances;
    }

    private Map<Long, List<StepFact>> steps(Connection connection, String where, Collection<String> numbers)
            throws SQLException {
        String sql = """
                select e.process_instance_key, e.process_definition_key, e.element_id, e.element_type, e.state,
                       e.started_at, e.ended_at
                from history.element_instance e
                join history.process_instance i on i.key = e.process_instance_key
                where i.bpmn_process_id = '%s' and i.parent_process_instance_key is null %s
                order by e.key
                """.formatted(PROCESS, where);
        loadNames(connection);
        Map<Long, List<StepFact>> steps = new HashMap<>();
        try (PreparedStatement select = prepared(connection, sql, where, numbers);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String element = row.getString("element_id");
                Map<String, String> labels = names.getOrDefault(row.getLong("process_definition_key"), Map.of());
                steps.computeIfAbsent(row.getLong("process_instance_key"), key -> new ArrayList<>())
                        .add(new StepFact(
                                element,
                                labels.getOrDefault(element, element),
                                row.getString("element_type"),
                                row.getString("state"),
                                row.getTimestamp("started_at").toInstant(),
                                instant(row, "ended_at")));
            }
        }
        return steps;
    }

    private void loadNames(Connection connection) throws SQLException {
        String sql =
                "select key, resource from history.process_definition where bpmn_process_id = '%s'".formatted(PROCESS);
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String model = row.getString("resource");
                names.computeIfAbsent(row.getLong("key"), key -> ElementNames.in(model));
            }
        }
    }

    private static PreparedStatement prepared(
            Connection connection, String sql, String where, Collection<String> numbers) throws SQLException {
        PreparedStatement select = connection.prepareStatement(sql);
        if (!where.isEmpty()) {
            select.setArray(1, connection.createArrayOf("text", numbers.toArray()));
        }
        return select;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
