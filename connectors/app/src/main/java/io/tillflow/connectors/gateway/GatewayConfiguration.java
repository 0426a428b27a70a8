package io.tillflow.connectors.gateway;

import io.camunda.client.CredentialsProvider;
import io.tillflow.connectors.settings.ConnectorsSettings;
import io.tillflow.engine.BrokerSettings;
import io.tillflow.engine.Credentials;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the workers are let in by the gateway: the same settings and credentials as everybody's. */
@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {
    @Bean
    CredentialsProvider gatewayCredentials(ConnectorsSettings settings) {
        ConnectorsSettings.OAuth oauth = settings.oauth();
        return Credentials.of(
                BrokerSettings.OAuth.ifSet(oauth.issuer(), oauth.clientId(), oauth.clientSecret(), oauth.audience()));
    }
}
