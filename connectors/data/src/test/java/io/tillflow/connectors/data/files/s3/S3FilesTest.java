package io.tillflow.connectors.data.files.s3;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import io.tillflow.connectors.data.files.Expected;
import io.tillflow.connectors.data.files.FilePath;
import io.tillflow.connectors.data.files.FileStore;
import io.tillflow.connectors.data.files.FileStoreContract;
import io.tillflow.connectors.data.files.WriteResult;
import io.tillflow.connectors.provider.HeldBack;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3FilesTest extends FileStoreContract {
    private static final FilePath ORDERS = new FilePath("reports/orders.csv");
    private static final Expected ANYTHING = new Expected.Anything();
    private static final String BUCKET = "documents";

    private static WireMockServer s3;

    private final S3Files files = filesOf("access");

    @BeforeAll
    static void start() {
        s3 = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1").extensions(new BucketDouble()));
        s3.start();
    }

    @BeforeEach
    void answerAsDocumented() {
        s3.stubFor(any(anyUrl()).willReturn(aResponse().withTransformers("bucket")));
    }

    @AfterEach
    void forget() {
        files.close();
        s3.resetAll();
    }

    @AfterAll
    static void stop() {
        s3.stop();
    }

    private static S3Files filesOf(String access) {
        S3Settings settings = new S3Settings(
                URI.create("http://127.0.0.1:" + s3.port()), "eu-central-1", BUCKET, "shop/", Duration.ofSeconds(5));
        return new S3Files(settings, () -> new S3Files.Keys(access, "canary-of-the-secret-key"));
    }

    @Override
    protected FileStore store() {
        return files;
    }

    @Test
    void writesBelowItsPrefixAndSaysWhatItIs() {
        files.write(ORDERS, bytes("number\r\n"), ANYTHING);
        assertThat(s3.findAll(putRequestedFor(urlEqualTo("/documents/shop/reports/orders.csv"))))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.getHeader("Content-Type")).isEqualTo("text/csv; charset=utf-8");
                    assertThat(request.getHeader("x-amz-meta-sha256")).hasSize(64);
                    assertThat(request.getBodyAsString()).isEqualTo("number\r\n");
                });
    }

    @Test
    void keysThatAreNotKnownSayWhatToDoAndNeverThemselves() {
        try (S3Files others = filesOf("unknown")) {
            assertThatThrownBy(() -> others.read(ORDERS, 100))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("FILES_S3_ACCESS_KEY")
                    .hasMessageNotContaining("canary");
        }
        assertThat(new S3Files.Keys("access", "canary").toString()).doesNotContain("canary");
    }

    @ParameterizedTest
    @CsvSource({"500,InternalError", "503,ServiceUnavailable", "400,RequestTimeout"})
    void troubleOfTheStoreIsTriedAgainLaterAndNotAtOnce(int status, String code) {
        answer(status, code);
        assertThatThrownBy(() -> files.read(ORDERS, 100))
                .isInstanceOf(ProviderUnavailable.class)
                .isNotInstanceOf(HeldBack.class);
        assertThat(s3.getAllServeEvents()).hasSize(1);
    }

    @Test
    void aConflictIsSomebodyElsesWriteOnlyWhereSomethingWasExpected() {
        answer(409, "OperationAborted");
        assertThatThrownBy(() -> files.write(ORDERS, bytes("x"), ANYTHING)).isInstanceOf(ProviderUnavailable.class);
        assertThat(files.write(ORDERS, bytes("x"), new Expected.Nothing())).isInstanceOf(WriteResult.Changed.class);
    }

    @Test
    void tooManyCallsDidNothing() {
        answer(503, "SlowDown");
        assertThatThrownBy(() -> files.write(ORDERS, bytes("x"), ANYTHING)).isInstanceOf(HeldBack.class);
    }

    @Test
    void aBucketThatIsNotThereIsNoMissingDocument() {
        answer(404, "NoSuchBucket");
        assertThatThrownBy(() -> files.read(ORDERS, 100)).hasMessageContaining("TILLFLOW_FILES_S3_BUCKET");
    }

    @Test
    void aConnectionThatBreaksIsPassingTrouble() {
        s3.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThatThrownBy(() -> files.write(ORDERS, bytes("x"), ANYTHING)).isInstanceOf(ProviderUnavailable.class);
        assertThatThrownBy(() -> files.read(ORDERS, 100)).isInstanceOf(ProviderUnavailable.class);
    }

    private static void answer(int status, String code) {
        s3.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/xml")
                        .withBody("<Error><Code>" + code + "</Code></Error>")));
    }
}
