package io.tillflow.storefront.api;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Does a thing once for an Idempotency-Key and gives the same answer to repeats, also to those that come at once. */
@Component
class Answered {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Answered(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    public <T> T once(String scope, @Nullable String key, Class<T> type, Supplier<T> act) {
        if (key == null || key.isBlank()) {
            return act.get();
        }
        boolean first = jdbc.sql("""
                insert into answered (scope, key, body, at) values (:scope, :key, 'null', :now) on conflict do nothing""")
                        .param("scope", scope)
                        .param("key", key)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
        return first ? answer(scope, key, act.get()) : earlier(scope, key, type);
    }

    private <T> T answer(String scope, String key, T answer) {
        jdbc.sql("update answered set body = cast(:body as jsonb) where scope = :scope and key = :key")
                .param("body", json.writeValueAsString(answer))
                .param("scope", scope)
                .param("key", key)
                .update();
        return answer;
    }

    private <T> T earlier(String scope, String key, Class<T> type) {
        String body = jdbc.sql("select body from answered where scope = :scope and key = :key")
                .param("scope", scope)
                .param("key", key)
                .query(String.class)
                .single();
        return json.readValue(body, type);
    }
}
