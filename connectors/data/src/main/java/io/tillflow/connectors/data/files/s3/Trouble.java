package io.tillflow.connectors.data.files.s3;

import io.tillflow.connectors.provider.HeldBack;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What a failed call to the bucket means to us. */
final class Trouble {
    private static final Duration BUSY = Duration.ofSeconds(5);

    private Trouble() {}

    static RuntimeException of(String what, S3Settings settings, SdkException trouble) {
        if (!(trouble instanceof S3Exception answered)) {
            return away(what, trouble);
        }
        int status = answered.statusCode();
        String code =
                answered.awsErrorDetails() == null || answered.awsErrorDetails().errorCode() == null
                        ? "no code"
                        : answered.awsErrorDetails().errorCode();
        String said = "expected the bucket " + settings.bucket() + " to " + what + ", but it said " + status + " ("
                + code + ")";
        if (status == 429 || code.equals("SlowDown")) {
            return new HeldBack(said, BUSY);
        }
        if (status >= 500 || status == 409 || status == 412 || code.equals("RequestTimeout")) {
            return new ProviderUnavailable(said, trouble);
        }
        return new IllegalStateException(said + remedy(status, code), trouble);
    }

    static ProviderUnavailable away(String what, Exception trouble) {
        return new ProviderUnavailable("expected the bucket to " + what + ", but it did not answer", trouble);
    }

    private static String remedy(int status, String code) {
        if (status == 403 || status == 401) {
            return ": set the secrets FILES_S3_ACCESS_KEY and FILES_S3_SECRET_KEY to keys that may list it (s3:ListBucket, without which a"
                    + " missing document looks like a refused one), read and write it";
        }
        if (code.equals("NoSuchBucket")) {
            return ": set TILLFLOW_FILES_S3_BUCKET to one that is there";
        }
        return status == 301 ? ": set TILLFLOW_FILES_S3_REGION to the bucket's region" : "";
    }
}
