package io.tillflow.studio.alerts;

import io.tillflow.engine.history.Tallies;
import io.tillflow.studio.shell.NavCount;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration
class AlertsConfiguration {

    @Bean
    Tallies tallies(JdbcClient jdbc) {
        return new Tallies(jdbc);
    }

    @Bean
    NavCount unseenAlerts(Alerts alerts) {
        return new NavCount() {
            @Override
            public String route() {
                return AlertsView.ROUTE;
            }

            @Override
            public int count() {
                return alerts.unseen();
            }

            @Override
            public boolean urgent() {
                return true;
            }
        };
    }
}
