package io.tillflow.connectors.data.files.s3;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.tillflow.connectors.data.exports.Dataset;
import io.tillflow.connectors.data.exports.ExportBook;
import io.tillflow.connectors.data.exports.ExportBook.Export;
import io.tillflow.connectors.data.exports.ExportFormat;
import io.tillflow.connectors.data.exports.ExportRun;
import io.tillflow.connectors.data.exports.Exporter;
import io.tillflow.connectors.data.exports.ReportingRows;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.connectors.provider.TestDatabase;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a bucket lost, and another bucket, is noticed. */
class BucketExportIT {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-05T09:00:00Z"), ZoneOffset.UTC);
    private static final Export CSV = new Export(Dataset.DEMAND, ExportFormat.CSV);

    private final JdbcClient database = TestDatabase.jdbc();
    private final BucketDouble bucket = new BucketDouble();
    private final WireMockServer s3 =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1").extensions(bucket));

    @BeforeEach
    void aShopWithTwoDays() {
        s3.start();
        s3.stubFor(any(anyUrl()).willReturn(aResponse().withTransformers("bucket")));
        database.sql(
                        "truncate connectors.export_run, connectors.export_part, connectors.export_schema, connectors.export_store")
                .update();
        database.sql("drop schema if exists shop cascade").update();
        database.sql("create schema shop").update();
        database.sql("create table shop.reporting_demand as select day::date, 'MUG' as sku, 3 as units"
                        + " from unnest(array['2026-03-03', '2026-03-04']) day")
                .update();
    }

    @AfterEach
    void stop() {
        s3.stop();
    }

    @Test
    void anObjectThatIsGoneIsWrittenAgainAlone() {
        assertThat(run("r1", "documents").written()).isEqualTo(2);
        assertThat(run("r2", "documents").written()).isZero();
        bucket.lose("/documents/shop/exports/demand/v1/day%3D2026-03-03/demand.csv");
        assertThat(run("r3", "documents"))
                .satisfies(run -> assertThat(run.written()).isEqualTo(1))
                .satisfies(run -> assertThat(run.notice())
                        .contains("1 of 2 documents were gone")
                        .endsWith(": 2026-03-03"));
    }

    @Test
    void anotherBucketGetsEverything() {
        run("r1", "documents");
        assertThat(run("r2", "archive"))
                .satisfies(run -> assertThat(run.written()).isEqualTo(2))
                .satisfies(run -> assertThat(run.notice()).contains("another one than before: 2 of 2"));
        assertThat(run("r3", "archive").written()).isZero();
    }

    @Test
    void aBucketThatDoesNotAnswerLostNothing() {
        run("r1", "documents");
        s3.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
        assertThatThrownBy(() -> run("r2", "documents")).isInstanceOf(ProviderUnavailable.class);
        s3.resetMappings();
        s3.stubFor(any(anyUrl()).willReturn(aResponse().withTransformers("bucket")));
        assertThat(run("r2", "documents"))
                .satisfies(run -> assertThat(run.written()).isZero())
                .satisfies(run -> assertThat(run.notice()).isNull());
    }

    private ExportRun run(String id, String name) {
        S3Settings settings = new S3Settings(
                URI.create("http://127.0.0.1:" + s3.port()), "eu-central-1", name, "shop/", Duration.ofSeconds(5));
        try (S3Files files = new S3Files(settings, () -> new S3Files.Keys("access", "secret"))) {
            ReportingRows rows = new ReportingRows(TestDatabase.dataSource());
            return new Exporter(new ExportBook(database, CLOCK), rows, files, CLOCK).run(id, CSV, null, "ada");
        }
    }
}
