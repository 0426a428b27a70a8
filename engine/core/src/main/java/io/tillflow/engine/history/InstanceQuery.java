package io.tillflow.engine.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A filter as conditions over {@code history.process_instance p}; values travel as parameters only. */
final class InstanceQuery {

    /** Elements at which the engine or a worker acts; at all others an instance waits. */
    static final String WORKING = """
            from history.element_instance w where w.state = 'ACTIVE'
             and w.element_type in ('SERVICE_TASK', 'SEND_TASK', 'SCRIPT_TASK', 'BUSINESS_RULE_TASK', 'CALL_ACTIVITY')""";

    private static final String THERE = WORKING + " and w.process_instance_key = p.key";

    private static final String WAITS_OR_WORKS = "p.state = 'ACTIVE' and p.open_incidents = 0";

    /** Beside other states no index finds them by their keys, so these are read once and looked up. */
    private static final String RUNNING_AMONG_OTHERS =
            "(" + WAITS_OR_WORKS + " and p.key in (select w.process_instance_key " + WORKING + "))";

    private static final int BEGINNING = 3;
    private static final int LONG_BEGINNING = 6;

    /** Each shown row asks for itself: of an "exists" here the planner would read every active element for a page of 25. */
    static final String STATE = """
            case when p.state = 'COMPLETED' then 'COMPLETED'
                 when p.state <> 'ACTIVE' then 'CANCELLED'
                 when p.open_incidents > 0 then 'INCIDENT'
                 else coalesce((select 'RUNNING' %s limit 1), 'WAITING') end""".formatted(THERE);

    private static final Pattern KEY = Pattern.compile("\\d{1,19}");

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private int plain;

    /** How many have an order number that begins as wanted, or stand where wanted: a few, or so many that reading all takes long. */
    enum Breadth {
        FEW,
        MANY
    }

    InstanceQuery(InstanceFilter filter) {
        this(filter, Breadth.FEW, Breadth.FEW);
    }

    InstanceQuery(InstanceFilter filter, Breadth text, Breadth element) {
        if (!filter.processes().isEmpty()) {
            add("p.bpmn_process_id in (:processes)", "processes", filter.processes());
        }
        filter.version().ifPresent(version -> add("p.version = :version", "version", version));
        filter.startedFrom().ifPresent(from -> add("p.started_at >= :from", "from", Columns.parameter(from)));
        filter.startedTo().ifPresent(to -> add("p.started_at < :to", "to", Columns.parameter(to)));
        filter.element().ifPresent(it -> element(it, element));
        if (!filter.text().isEmpty()) {
            text(filter.text(), text);
        }
        if (!filter.incident().isEmpty()) {
            add(
                    "p.key in (select i.process_instance_key from history.incident i where i.error_message ilike :incident)",
                    "incident",
                    "%" + literally(filter.incident()) + "%");
        }
        if (!filter.states().isEmpty() && filter.states().size() < InstanceState.values().length) {
            conditions.add(states(filter));
        }
        plain = conditions.size();
        for (int i = 0; i < filter.variables().size(); i++) {
            variable(i, filter.variables().get(i));
        }
    }

    /** Only those about one of these orders; for no order there is none. */
    void ofOrders(Set<String> businessKeys) {
        conditions.addFirst("p.business_key = any(:orders::text[])");
        parameters.put("orders", businessKeys.toArray(String[]::new));
        plain++;
    }

    private void add(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }

    /** A few are looked up; where many stand, the open ones are walked through in the order of time until a page is full. */
    private void element(String elementId, Breadth breadth) {
        String there = " from history.element_instance at where at.state = 'ACTIVE' and at.element_id = :element";
        add(
                "p.state = 'ACTIVE' and "
                        + switch (breadth) {
                            case FEW -> "p.key = any(array(select at.process_instance_key" + there + "))";
                            case MANY -> "(select true" + there + " and at.process_instance_key = p.key limit 1)";
                        },
                "element",
                elementId);
    }

    private void text(String text, Breadth breadth) {
        parameters.put("text", literally(text) + "%");
        if (breadth == Breadth.MANY) {
            conditions.add(beginning(text) + "p.business_key like :text");
            return;
        }
        // first all with that beginning, then the other conditions: whatever the planner believes about beginnings
        String key = "";
        if (isKey(text)) {
            key = " union all select cast(:textKey as bigint)";
            parameters.put("textKey", Long.parseLong(text));
        }
        conditions.add("""
                p.key in (with hit as materialized (select h.key from history.process_instance h where h.business_key like :text)
                          select key from hit%s)""".formatted(key));
    }

    /** The indexed part of a beginning that many share; the index keeps them in the order of time. */
    private String beginning(String text) {
        int indexed = text.length() >= LONG_BEGINNING ? LONG_BEGINNING : text.length() >= BEGINNING ? BEGINNING : 0;
        if (indexed == 0) {
            return "";
        }
        parameters.put("beginning", text.substring(0, indexed));
        return "left(p.business_key, " + indexed + ") = :beginning and ";
    }

    static boolean isKey(String text) {
        return KEY.matcher(text).matches() && new java.math.BigInteger(text).bitLength() < 64;
    }

    private void variable(int n, VariableCondition wanted) {
        String value = "(v.value #> :inner" + n + "::text[])";
        String text = "(v.value #>> :inner" + n + "::text[])";
        // as a value and not as "exists": a page then stops at its last row instead of joining all variables first
        conditions.add("(select " + compared(n, wanted, value, text)
                + " from history.variable v where v.scope_key = p.key and v.name = :name" + n + ")");
        parameters.put("name" + n, wanted.name());
        parameters.put("inner" + n, wanted.inner());
        parameters.put("value" + n, wanted.value());
        wanted.number().ifPresent(number -> parameters.put("number" + n, number));
    }

    private static String compared(int n, VariableCondition wanted, String value, String text) {
        boolean numeric = wanted.number().isPresent();
        String equal = numeric
                ? "case when jsonb_typeof(" + value + ") = 'number' then " + text + "::numeric = :number" + n + " else "
                        + text + " = :value" + n + " end"
                : text + " = :value" + n;
        return switch (wanted.operator()) {
            case EXISTS -> value + " is not null";
            case EQUAL -> equal;
            case NOT_EQUAL -> value + " is not null and not coalesce(" + equal + ", false)";
            case CONTAINS -> {
                yield text + " ilike '%' || replace(replace(replace(:value" + n
                        + ", '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'";
            }
            case GREATER, LESS, AT_LEAST, AT_MOST ->
                numeric
                        ? "case when jsonb_typeof(" + value + ") = 'number' then " + text + "::numeric "
                                + wanted.operator().sign() + " :number" + n + " else false end"
                        : "jsonb_typeof(" + value + ") = 'string' and " + text + " collate \"C\" "
                                + wanted.operator().sign() + " :value" + n;
        };
    }

    private static String literally(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static String states(InstanceFilter filter) {
        if (filter.states().equals(InstanceFilter.OPEN_STATES)) {
            return "p.state = 'ACTIVE'";
        }
        if (filter.states().containsAll(List.of(InstanceState.RUNNING, InstanceState.WAITING))) {
            return filter.states().stream()
                    .filter(it -> it != InstanceState.RUNNING)
                    .map(it -> it == InstanceState.WAITING ? "(" + WAITS_OR_WORKS + ")" : state(it))
                    .collect(Collectors.joining(" or ", "(", ")"));
        }
        return filter.states().stream()
                .map(it -> it == InstanceState.RUNNING && filter.states().size() > 1 ? RUNNING_AMONG_OTHERS : state(it))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private static String state(InstanceState state) {
        return switch (state) {
            case INCIDENT -> "(p.state = 'ACTIVE' and p.open_incidents > 0)";
            // few of all that are open: these are looked up, instead of walking through the open ones to find them
            case RUNNING ->
                "(" + WAITS_OR_WORKS + " and p.key = any(array(select w.process_instance_key " + WORKING + ")))";
            case WAITING -> "(" + WAITS_OR_WORKS + " and not exists (select 1 " + THERE + "))";
            case COMPLETED -> "p.state = 'COMPLETED'";
            case CANCELLED -> "p.state = 'CANCELLED'";
        };
    }

    String where() {
        return all(conditions);
    }

    /** The conditions that indices answer. */
    String plain() {
        return all(conditions.subList(0, plain));
    }

    /** The conditions over variables, for which every candidate has to be looked at. */
    String byVariables() {
        return all(conditions.subList(plain, conditions.size()));
    }

    private static String all(List<String> conditions) {
        return conditions.isEmpty() ? "true" : String.join("\n and ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
