package io.tillflow.studio.instances;

import io.tillflow.engine.history.CustomerOrders;
import io.tillflow.engine.history.Definitions;
import io.tillflow.engine.history.Durations;
import io.tillflow.engine.history.HeatMaps;
import io.tillflow.engine.history.HistoryListener;
import io.tillflow.engine.history.InstanceFacts;
import io.tillflow.engine.history.Instances;
import io.tillflow.engine.history.OpenIncidents;
import io.tillflow.engine.history.OpenTasks;
import io.tillflow.engine.history.Overview;
import io.tillflow.engine.history.Recordings;
import io.tillflow.engine.history.Standings;
import java.sql.DriverManager;
import java.time.Clock;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The engine's client side as beans. */
@Configuration
class EngineConfiguration {

    @Bean
    Durations durations(JdbcClient jdbc, Clock clock) {
        return new Durations(jdbc, clock);
    }

    @Bean
    Instances instances(JdbcClient jdbc, Durations durations, Clock clock, CustomerOrders customers) {
        return new Instances(jdbc, durations, clock, customers);
    }

    @Bean
    InstanceFacts instanceFacts(JdbcClient jdbc, Instances instances) {
        return new InstanceFacts(jdbc, instances);
    }

    @Bean
    Recordings recordings(JdbcClient jdbc, InstanceFacts facts) {
        return new Recordings(jdbc, facts);
    }

    @Bean
    Definitions definitions(JdbcClient jdbc) {
        return new Definitions(jdbc);
    }

    @Bean
    Overview overview(JdbcClient jdbc) {
        return new Overview(jdbc);
    }

    @Bean
    Standings standings(JdbcClient jdbc) {
        return new Standings(jdbc);
    }

    @Bean
    HeatMaps heatMaps(JdbcClient jdbc, Clock clock) {
        return new HeatMaps(jdbc, clock);
    }

    @Bean
    OpenIncidents openIncidents(JdbcClient jdbc) {
        return new OpenIncidents(jdbc);
    }

    @Bean
    OpenTasks openTasks(JdbcClient jdbc) {
        return new OpenTasks(jdbc);
    }

    /** Listens on a connection of its own: one from the pool would be missing there for as long as the studio runs. */
    @Bean(initMethod = "start")
    HistoryListener historyListener(DataSourceProperties database) {
        return new HistoryListener(() -> DriverManager.getConnection(
                database.determineUrl(), database.determineUsername(), database.determinePassword()));
    }
}
