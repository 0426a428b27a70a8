package io.tillflow.connectors.data.files.s3;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the bucket is.
 *
 * @param endpoint of a store that speaks S3; null for Amazon's own
 * @param prefix what the documents' names begin with; blank for nothing
 */
public record S3Settings(@Nullable URI endpoint, String region, String bucket, String prefix, Duration timeout) {
    public S3Settings {
        if (bucket.isBlank()) {
            throw new IllegalArgumentException("expected the bucket of documents: set TILLFLOW_FILES_S3_BUCKET");
        }
    }

    String key(String path) {
        return prefix.isBlank() ? path : prefix.replaceFirst("/+$", "") + "/" + path;
    }
}
