package io.tillflow.connectors.deployment;

import io.tillflow.processes.ShippedModels;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which of the shipped models an installation has had: once brought, a file belongs to the analysts. */
@Repository
class ShippedFiles {
    enum Reason {
        DEPLOYED,
        /** The broker had one of that name already. */
        FOUND
    }

    private final JdbcClient database;

    ShippedFiles(JdbcClient database) {
        this.database = database;
    }

    /** Names as in {@link ShippedModels#names()}, in their order. */
    List<String> missing() {
        Set<String> had = Set.copyOf(database.sql("select file from connectors.shipped_model")
                .query(String.class)
                .list());
        return ShippedModels.names().stream()
                .filter(name -> !had.contains(file(name)))
                .toList();
    }

    /** Those of the given models whose file history has seen deployed. */
    Set<String> knownToHistory(List<String> names) {
        boolean there = database.sql("select to_regclass('history.process_definition') is not null")
                .query(Boolean.class)
                .single();
        if (!there || names.isEmpty()) {
            return Set.of();
        }
        Set<String> deployed = Set.copyOf(database.sql("""
                select resource_name from history.process_definition
                union select resource_name from history.drg
                union select resource_name from history.form
                """).query(String.class).list());
        return names.stream().filter(name -> deployed.contains(file(name))).collect(Collectors.toSet());
    }

    void record(String name, Reason reason) {
        database.sql(
                        "insert into connectors.shipped_model (file, reason) values (:file, :reason) on conflict do nothing")
                .param("file", file(name))
                .param("reason", reason.name())
                .update();
    }

    static String file(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
