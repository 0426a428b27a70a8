package io.tillflow.engine;

import java.util.List;

/** How the cluster describes itself. */
public record BrokerHealth(String version, int clusterSize, int partitions, List<String> unhealthyPartitions) {

    public boolean healthy() {
        return unhealthyPartitions.isEmpty() && partitions > 0;
    }
}
