package io.tillflow.engine.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A filter as conditions over {@code history.process_instance p}; values travel as parameters only. */
final class InstanceQuery {

    /** Elements at which the engine or a worker acts; at all others an instance waits. */
    private static final String WORKS = """
            exists (select 1 from history.element_instance w
                     where w.process_instance_key = p.key and w.state = 'ACTIVE'
                       and w.element_type in ('SERVICE_TASK', 'SEND_TASK', 'SCRIPT_TASK', 'BUSINESS_RULE_TASK', 'CALL_ACTIVITY'))""";

    static final String STATE = """
            case when p.state = 'COMPLETED' then 'COMPLETED'
                 when p.state <> 'ACTIVE' then 'CANCELLED'
                 when p.open_incidents > 0 then 'INCIDENT'
                 when %s then 'RUNNING'
                 else 'WAITING' end""".formatted(WORKS);

    private static final Pattern KEY = Pattern.compile("\\d{1,19}");

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    InstanceQuery(InstanceFilter filter) {
        if (!filter.processes().isEmpty()) {
            add("p.bpmn_process_id in (:processes)", "processes", filter.processes());
        }
        filter.version().ifPresent(version -> add("p.version = :version", "version", version));
        filter.startedFrom().ifPresent(from -> add("p.started_at >= :from", "from", Columns.parameter(from)));
        filter.startedTo().ifPresent(to -> add("p.started_at < :to", "to", Columns.parameter(to)));
        filter.element().ifPresent(this::element);
        if (!filter.text().isEmpty()) {
            text(filter.text());
        }
        if (!filter.states().isEmpty() && filter.states().size() < InstanceState.values().length) {
            conditions.add(states(filter));
        }
    }

    private void add(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }

    private void element(String elementId) {
        add("""
                p.state = 'ACTIVE' and exists (select 1 from history.element_instance at
                 where at.process_instance_key = p.key and at.state = 'ACTIVE' and at.element_id = :element)""", "element", elementId);
    }

    private void text(String text) {
        String prefix = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        if (KEY.matcher(text).matches() && new java.math.BigInteger(text).bitLength() < 64) {
            add("(p.business_key like :text or p.key = :textKey)", "text", prefix);
            parameters.put("textKey", Long.parseLong(text));
        } else {
            add("p.business_key like :text", "text", prefix);
        }
    }

    private static String states(InstanceFilter filter) {
        if (filter.states().equals(InstanceFilter.OPEN_STATES)) {
            return "p.state = 'ACTIVE'";
        }
        List<String> any = filter.states().stream().map(InstanceQuery::state).toList();
        return "(" + String.join(" or ", any) + ")";
    }

    private static String state(InstanceState state) {
        return switch (state) {
            case INCIDENT -> "(p.state = 'ACTIVE' and p.open_incidents > 0)";
            case RUNNING -> "(p.state = 'ACTIVE' and p.open_incidents = 0 and " + WORKS + ")";
            case WAITING -> "(p.state = 'ACTIVE' and p.open_incidents = 0 and not " + WORKS + ")";
            case COMPLETED -> "p.state = 'COMPLETED'";
            case CANCELLED -> "p.state = 'CANCELLED'";
        };
    }

    String where() {
        return conditions.isEmpty() ? "true" : String.join("\n and ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
