package io.tillflow.connectors.gateway;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Whether the broker answers now. */
@Component
public class BrokerPulse {
    private static final Logger log = LoggerFactory.getLogger(BrokerPulse.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CamundaClient client;

    BrokerPulse(CamundaClient client) {
        this.client = client;
    }

    public boolean beats() {
        try {
            return !client.newTopologyRequest()
                    .requestTimeout(PATIENCE)
                    .send()
                    .join(PATIENCE.toMillis() + 500, TimeUnit.MILLISECONDS)
                    .getBrokers()
                    .isEmpty();
        } catch (ClientException e) {
            log.info("the broker does not answer: {}", e.getMessage());
            return false;
        }
    }
}
