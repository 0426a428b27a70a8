package io.tillflow.connectors.shipping.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrackingPageTest {
    @Test
    void bothLanguagesSayTheSameTexts() throws IOException {
        assertThat(keys("/sandbox/parcel_de.properties")).isEqualTo(keys("/sandbox/parcel.properties"));
    }

    private static Set<String> keys(String file) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = TrackingPageTest.class.getResourceAsStream(file)) {
            texts.load(in);
        }
        return texts.stringPropertyNames();
    }
}
