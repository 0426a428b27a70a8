package io.tillflow.connectors.settings;

import io.tillflow.connectors.data.files.s3.S3Settings;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where documents are.
 *
 * @param folder of the provider local; made when it is first written to
 */
@ConfigurationProperties("tillflow.files")
record FilesSettings(
        @DefaultValue("local") String provider,
        @DefaultValue("files") String folder,
        @DefaultValue S3 s3) {
    /** @param endpoint of a store that speaks S3; blank for Amazon's own */
    record S3(
            @DefaultValue("") String endpoint,
            @DefaultValue("eu-central-1") String region,
            @DefaultValue("") String bucket,
            @DefaultValue("") String prefix,
            @DefaultValue("20s") Duration timeout) {
        /** Complete, or the start stops with a sentence. */
        S3Settings complete() {
            if (!endpoint.isBlank() && !endpoint.matches("https?://[^/\\s]+/?")) {
                throw new IllegalArgumentException(
                        "expected where the store of documents is, but TILLFLOW_FILES_S3_ENDPOINT is '" + endpoint
                                + "': set it to an address like https://storage.example.com, or to nothing for Amazon S3");
            }
            return new S3Settings(
                    endpoint.isBlank() ? null : URI.create(endpoint.replaceFirst("/$", "")),
                    region,
                    bucket,
                    prefix,
                    timeout);
        }
    }
}
