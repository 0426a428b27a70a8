package io.tillflow.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.CamundaClientBuilder;
import io.camunda.client.impl.oauth.OAuthCredentialsProviderBuilder;

/** Builds clients that speak gRPC, the one protocol every supported broker version serves. */
final class Clients {

    private Clients() {}

    static CamundaClient grpc(BrokerSettings settings) {
        CamundaClientBuilder builder = CamundaClient.newClientBuilder()
                .applyEnvironmentVariableOverrides(false)
                .grpcAddress(settings.gateway())
                .restAddress(settings.gatewayRest())
                .preferRestOverGrpc(false)
                .numJobWorkerExecutionThreads(1)
                .defaultRequestTimeout(settings.timeout());
        settings.oauth()
                .ifPresent(oauth -> builder.credentialsProvider(new OAuthCredentialsProviderBuilder()
                        .applyEnvironmentOverrides(false)
                        .authorizationServerUrl(oauth.issuer())
                        .clientId(oauth.clientId())
                        .clientSecret(oauth.clientSecret())
                        .audience(oauth.audience())
                        .build()));
        return builder.build();
    }
}
