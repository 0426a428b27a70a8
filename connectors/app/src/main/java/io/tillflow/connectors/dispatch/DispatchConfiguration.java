package io.tillflow.connectors.dispatch;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Puts the dispatcher together. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(DispatchSettings.class)
class DispatchConfiguration {
    @Bean
    Dispatcher dispatcher(
            DispatchQueue queue,
            MessageBroker broker,
            Reconciliation reconciliation,
            DispatchSettings settings,
            Clock clock) {
        return new Dispatcher(queue, broker, reconciliation, settings, clock, Checkpoint.NONE);
    }
}
