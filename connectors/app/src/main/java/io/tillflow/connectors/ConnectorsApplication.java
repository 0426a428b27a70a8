package io.tillflow.connectors;

import io.tillflow.connectors.settings.ConnectorsSettings;
import jakarta.mail.util.StreamProvider;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Starts the connectors. */
@SpringBootApplication
@EnableConfigurationProperties(ConnectorsSettings.class)
public class ConnectorsApplication {
    public static void main(String[] arguments) {
        // looked for in all jars otherwise, with each part of each letter
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
        SpringApplication app = new SpringApplication(ConnectorsApplication.class);
        String client = System.getenv("TILLFLOW_OAUTH_CLIENT_ID");
        if (client != null && !client.isBlank()) {
            app.setAdditionalProfiles("oauth");
        }
        app.run(arguments);
    }
}
