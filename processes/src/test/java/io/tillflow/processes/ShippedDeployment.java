package io.tillflow.processes;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;

/** Deploys as a fresh installation does: all shipped models in one go. */
final class ShippedDeployment {
    private ShippedDeployment() {}

    static void to(CamundaClient client) {
        DeployResourceCommandStep1 empty = client.newDeployResourceCommand();
        DeployResourceCommandStep2 all = null;
        for (String name : ShippedModels.names()) {
            all = (all == null ? empty : all).addResourceBytes(ShippedModels.read(name), name);
        }
        if (all == null) {
            throw new AssertionError("expected shipped models");
        }
        all.send().join();
    }
}
