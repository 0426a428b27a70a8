package io.tillflow.studio.tasks;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which candidate groups a person works for, as that person said. */
@Repository
class TaskGroups {

    private static final int MOST = 50;

    private final JdbcClient jdbc;

    TaskGroups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<String> of(String person) {
        return new TreeSet<>(jdbc.sql("SELECT group_name FROM studio.task_group WHERE person = :person")
                .param("person", person)
                .query(String.class)
                .list());
    }

    @Transactional
    public void set(String person, Set<String> groups) {
        if (groups.size() > MOST || groups.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("expected at most " + MOST + " names of groups, but got " + groups);
        }
        jdbc.sql("DELETE FROM studio.task_group WHERE person = :person")
                .param("person", person)
                .update();
        for (String group : groups) {
            jdbc.sql("INSERT INTO studio.task_group (person, group_name) VALUES (:person, :group)")
                    .param("person", person)
                    .param("group", group)
                    .update();
        }
    }
}
