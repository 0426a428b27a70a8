package io.tillflow.studio.platform;

import io.tillflow.engine.Broker;
import io.tillflow.engine.BrokerSettings;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class BrokerConfiguration {

    /** Connects when it is first used, so that a broker that is down now is found later. */
    @Bean
    @ConditionalOnMissingBean
    Broker broker(StudioSettings settings) {
        StudioSettings.OAuth oauth = settings.oauth();
        Optional<BrokerSettings.OAuth> credentials =
                BrokerSettings.OAuth.ifSet(oauth.issuer(), oauth.clientId(), oauth.clientSecret(), oauth.audience());
        return Broker.connect(
                new BrokerSettings(settings.gateway(), settings.gateway(), Duration.ofSeconds(8), credentials));
    }
}
