package io.tillflow.studio.tasks;

import io.tillflow.engine.Broker;
import io.tillflow.engine.BrokerSettings;
import io.tillflow.engine.EngineUserTasks;
import io.tillflow.engine.UserTaskGateway;
import io.tillflow.engine.UserTasks;
import io.tillflow.engine.history.OpenTasks;
import io.tillflow.engine.history.Overview;
import io.tillflow.studio.shell.NavCount;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class TasksConfiguration {

    @Bean
    UserTasks userTasks(OpenTasks open, Broker broker, BrokerSettings settings) {
        return new EngineUserTasks(
                open,
                broker,
                new UserTaskGateway(settings, () -> broker.health().version()));
    }

    @Bean
    NavCount openTaskCount(Overview overview) {
        return new NavCount() {
            @Override
            public String route() {
                return "tasks";
            }

            @Override
            public int count() {
                return (int) overview.open().tasks();
            }
        };
    }
}
