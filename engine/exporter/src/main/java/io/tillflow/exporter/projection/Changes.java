package io.tillflow.exporter.projection;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows that a batch of records creates and changes, each row once however many records spoke of it. */
public final class Changes {

    private final Map<HistoryTable, Map<String, Row>> rows = new EnumMap<>(HistoryTable.class);
    private final Set<String> instances = new LinkedHashSet<>();

    Row create(HistoryTable table, String... key) {
        return change(table, key).asCreated();
    }

    Row change(HistoryTable table, String... key) {
        return rows.computeIfAbsent(table, t -> new LinkedHashMap<>())
                .computeIfAbsent(String.join("\n", key), k -> new Row(table, key));
    }

    Optional<Row> find(HistoryTable table, String key) {
        return Optional.ofNullable(rows.getOrDefault(table, Map.of()).get(key));
    }

    void touchInstance(String processInstanceKey) {
        instances.add(processInstanceKey);
    }

    public Set<HistoryTable> tables() {
        return rows.keySet();
    }

    public Collection<Row> rows(HistoryTable table) {
        return rows.getOrDefault(table, Map.of()).values();
    }

    public List<Row> createdRows(HistoryTable table) {
        return rows(table).stream().filter(Row::created).toList();
    }

    /** Keys of the process instances that something happened to. */
    public Set<String> instances() {
        return instances;
    }
}
