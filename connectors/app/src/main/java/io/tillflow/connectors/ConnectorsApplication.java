package io.tillflow.connectors;

import io.tillflow.connectors.settings.ConnectorsSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Starts the connectors. */
@SpringBootApplication
@EnableConfigurationProperties(ConnectorsSettings.class)
public class ConnectorsApplication {
    public static void main(String[] arguments) {
        SpringApplication app = new SpringApplication(ConnectorsApplication.class);
        String client = System.getenv("TILLFLOW_OAUTH_CLIENT_ID");
        if (client != null && !client.isBlank()) {
            app.setAdditionalProfiles("oauth");
        }
        app.run(arguments);
    }
}
