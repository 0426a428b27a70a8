package io.tillflow.connectors.data.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilePathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "../secrets",
                "reports/../../secrets",
                "reports/..",
                "reports//orders.csv",
                "reports\\..\\secrets",
                "C:secrets",
                ".ssh/id",
                "reports/.hidden",
                "reports/orders.csv\n",
                "reports/%2e%2e/x",
                "a\u0000b"
            })
    void namesNothingOutsideTheStore(String path) {
        assertThatThrownBy(() -> new FilePath(path)).hasMessageContaining("expected a document's path like");
    }

    @Test
    void knowsItsEnding() {
        assertThat(new FilePath("reports/v1.2/orders.CSV").ending()).isEqualTo("csv");
        assertThat(new FilePath("reports/v1.2/orders").ending()).isEmpty();
    }
}
