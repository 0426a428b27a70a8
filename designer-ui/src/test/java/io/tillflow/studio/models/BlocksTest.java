package io.tillflow.studio.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.studio.Files;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class BlocksTest {

    @Test
    void everyBlockHasGermanWords() throws IOException {
        Properties german = new Properties();
        german.load(new StringReader(Files.read("/i18n/models_de.properties")));
        List<String> missing = new ArrayList<>();
        List<Block> blocks = new Blocks(key -> {
                    if (!german.containsKey(key)) {
                        missing.add(key);
                    }
                    return german.getProperty(key, key);
                })
                .all();
        assertThat(blocks).hasSizeGreaterThan(80);
        assertThat(missing).isEmpty();
    }
}
