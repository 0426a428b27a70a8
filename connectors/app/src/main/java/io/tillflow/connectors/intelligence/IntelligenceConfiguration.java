package io.tillflow.connectors.intelligence;

import io.tillflow.connectors.guard.Family;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The family of actions about models, which work on this machine alone. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TrainingSettings.class)
class IntelligenceConfiguration {
    @Bean
    Family intelligenceFamily() {
        return new Family("intelligence", "local", List.of("local"));
    }
}
