package io.tillflow.connectors.http;

import io.tillflow.connectors.guard.Family;
import io.tillflow.connectors.guard.ProviderGuards;
import io.tillflow.connectors.secrets.Redaction;
import io.tillflow.connectors.secrets.Secrets;
import java.time.Clock;
import java.util.List;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the HTTP connector together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpSettings.class)
class HttpConfiguration {
    @Bean
    Family httpFamily() {
        return new Family(HttpConnector.FAMILY, "rest", List.of("rest"));
    }

    @Bean
    Reach reach(HttpSettings settings) {
        return new Reach(settings);
    }

    @Bean(destroyMethod = "close")
    WebClient webClient(HttpSettings settings) {
        return new WebClient(settings, SystemDefaultDnsResolver.INSTANCE);
    }

    @Bean
    HttpConnector httpConnector(
            WebClient web, Secrets secrets, Redaction redaction, ProviderGuards guards, Clock clock) {
        Credentials credentials = new Credentials(secrets, redaction, web, clock);
        return new HttpConnector(new Requests(secrets, credentials), credentials, web, guards, redaction, clock);
    }
}
