package io.tillflow.engine;

import io.camunda.client.CamundaClient;

/** Builds clients that speak gRPC, the one protocol every supported broker version serves. */
final class Clients {

    private Clients() {}

    static CamundaClient grpc(BrokerSettings settings) {
        return CamundaClient.newClientBuilder()
                .applyEnvironmentVariableOverrides(false)
                .grpcAddress(settings.gateway())
                .restAddress(settings.gatewayRest())
                .preferRestOverGrpc(false)
                .numJobWorkerExecutionThreads(1)
                .defaultRequestTimeout(settings.timeout())
                .credentialsProvider(Credentials.of(settings.oauth()))
                .build();
    }
}
