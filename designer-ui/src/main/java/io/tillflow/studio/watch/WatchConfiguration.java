package io.tillflow.studio.watch;

import io.tillflow.engine.history.Backlogs;
import io.tillflow.engine.history.Durations;
import io.tillflow.engine.history.Stalls;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration
class WatchConfiguration {

    @Bean
    Stalls stalls(JdbcClient jdbc, Durations durations) {
        return new Stalls(jdbc, durations);
    }

    @Bean
    Backlogs backlogs(JdbcClient jdbc) {
        return new Backlogs(jdbc);
    }
}
