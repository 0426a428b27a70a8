package io.tillflow.connectors.data.files.s3;

import io.tillflow.connectors.data.files.Checksum;
import io.tillflow.connectors.data.files.Expected;
import io.tillflow.connectors.data.files.FilePath;
import io.tillflow.connectors.data.files.FileStore;
import io.tillflow.connectors.data.files.StoredFile;
import io.tillflow.connectors.data.files.WriteResult;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Documents as objects of a bucket. An object is replaced only where it is as it was read, by conditional writes. */
public final class S3Files implements FileStore, AutoCloseable {
    private static final String SHA_256 = "sha256";
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;

    private final S3Settings settings;
    private final S3Client client;

    /** @param keys the access key and the secret key, asked for each call, so that new ones work at once */
    public S3Files(S3Settings settings, Supplier<Keys> keys) {
        this.settings = settings;
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(() -> keys.get().credentials())
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(settings.timeout())
                        .socketTimeout(settings.timeout()))
                .serviceConfiguration(
                        S3Configuration.builder().chunkedEncodingEnabled(false).build())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(own -> own.retryStrategy(DefaultRetryStrategy.doNotRetry()));
        if (settings.endpoint() != null) {
            builder.endpointOverride(settings.endpoint()).forcePathStyle(true);
        }
        this.client = builder.build();
    }

    /** Who may read and write. */
    public record Keys(String access, String secret) {
        AwsBasicCredentials credentials() {
            return AwsBasicCredentials.create(access, secret);
        }

        @Override
        public String toString() {
            return "Keys[hidden]";
        }
    }

    @Override
    public Optional<StoredFile> read(FilePath path, int largest) {
        GetObjectRequest request = GetObjectRequest.builder()
                .bucket(settings.bucket())
                .key(settings.key(path.value()))
                .build();
        try (ResponseInputStream<GetObjectResponse> object = client.getObject(request)) {
            byte[] content = object.readNBytes(largest + 1);
            if (content.length > largest) {
                object.abort();
                throw new IllegalStateException(
                        "expected the document " + path + " to have at most " + largest + " bytes, but it has more");
            }
            return Optional.of(new StoredFile(path, content, object.response().eTag()));
        } catch (NoSuchKeyException none) {
            return Optional.empty();
        } catch (SdkException e) {
            throw Trouble.of("read " + path, settings, e);
        } catch (IOException e) {
            throw Trouble.away("read " + path, e);
        }
    }

    /** By what was written beside it: an object that somebody else put there has no checksum of ours. */
    @Override
    public boolean holds(FilePath path, long bytes, String checksum) {
        HeadObjectRequest request = HeadObjectRequest.builder()
                .bucket(settings.bucket())
                .key(settings.key(path.value()))
                .build();
        try {
            HeadObjectResponse object = client.headObject(request);
            return Long.valueOf(bytes).equals(object.contentLength())
                    && checksum.equals(object.metadata().get(SHA_256));
        } catch (NoSuchKeyException none) {
            return false;
        } catch (SdkException e) {
            throw Trouble.of("look at " + path, settings, e);
        }
    }

    @Override
    public WriteResult write(FilePath path, byte[] content, Expected expected) {
        PutObjectRequest.Builder request = PutObjectRequest.builder()
                .bucket(settings.bucket())
                .key(settings.key(path.value()))
                .contentMD5(Checksum.md5(content))
                .contentType(type(path))
                .metadata(Map.of(SHA_256, Checksum.of(content)));
        switch (expected) {
            case Expected.Anything ignored -> {}
            case Expected.Nothing ignored -> request.ifNoneMatch("*");
            case Expected.Version(String version) -> request.ifMatch(version);
        }
        try {
            return new WriteResult.Written(client.putObject(request.build(), RequestBody.fromBytes(content))
                    .eTag());
        } catch (S3Exception e) {
            if (isOthersWrite(e, expected)) {
                return new WriteResult.Changed();
            }
            throw Trouble.of("write " + path, settings, e);
        } catch (SdkException e) {
            throw Trouble.of("write " + path, settings, e);
        }
    }

    /** Only what was asked for can fail to hold: a write without a condition that is answered so is trouble. */
    private static boolean isOthersWrite(S3Exception answer, Expected expected) {
        return switch (expected) {
            case Expected.Anything ignored -> false;
            case Expected.Nothing ignored ->
                answer.statusCode() == PRECONDITION_FAILED || answer.statusCode() == CONFLICT;
            case Expected.Version ignored ->
                answer.statusCode() == PRECONDITION_FAILED
                        || answer.statusCode() == CONFLICT
                        || answer instanceof NoSuchKeyException;
        };
    }

    private static String type(FilePath path) {
        return switch (path.ending()) {
            case "csv" -> "text/csv; charset=utf-8";
            case "json" -> "application/json";
            default -> "application/octet-stream";
        };
    }

    @Override
    public void close() {
        client.close();
    }
}
