package io.tillflow.connectors.data.analytics.local;

import io.tillflow.connectors.data.analytics.Analytics;
import io.tillflow.connectors.data.analytics.CountedEvent;
import io.tillflow.connectors.data.analytics.EventQuestion;
import io.tillflow.connectors.provider.EffectKey;
import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Events as rows of {@code connectors.analytics_event}. */
public final class LocalAnalytics implements Analytics {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;

    public LocalAnalytics(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void track(CountedEvent event, EffectKey key) {
        database.sql("""
                        insert into connectors.analytics_event (key, name, subject, at, properties)
                        values (:key, :name, :subject, :at, :properties::jsonb) on conflict (key) do nothing
                        """)
                .param("key", key.value())
                .param("name", event.name())
                .param("subject", event.subject())
                .param("at", Timestamp.from(event.at()))
                .param("properties", JSON.writeValueAsString(event.properties()))
                .update();
    }

    @Override
    public long count(EventQuestion question) {
        return database.sql(
                        "select count(*) from connectors.analytics_event where name = :name and at >= :from and at < :to")
                .param("name", question.name())
                .param("from", Timestamp.from(question.from()))
                .param("to", Timestamp.from(question.to()))
                .query(Long.class)
                .single();
    }
}
