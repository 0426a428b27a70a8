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

    @Bean
    BrokerSettings brokerSettings(StudioSettings settings) {
        StudioSettings.OAuth oauth = settings.oauth();
        Optional<BrokerSettings.OAuth> credentials =
                BrokerSettings.OAuth.ifSet(oauth.issuer(), oauth.clientId(), oauth.clientSecret(), oauth.audience());
        return new BrokerSettings(settings.gateway(), settings.gatewayRest(), Duration.ofSeconds(8), credentials);
    }

    /** Connects when it is first used, so that a broker that is down now is found later. */
    @Bean
    @ConditionalOnMissingBean
    Broker broker(BrokerSettings settings) {
        return Broker.connect(settings);
    }
}
