package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.gateway.protocol.GatewayGrpc;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ResolveIncidentRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ResolveIncidentResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.SetVariablesRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.SetVariablesResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobRetriesRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobRetriesResponse;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.tillflow.engine.Broker;
import io.tillflow.engine.BrokerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;

/** An engine that sets variables and then does not let what failed run again: the receipt says how far it came. */
class HalfDoneIT extends HistoryStudio {
    private static final AtomicReference<Status> SAYS = new AtomicReference<>(Status.OK);
    private static final Server ENGINE = start();

    @TestConfiguration
    static class AnEngine {
        @Bean
        @Primary
        Broker halfway() {
            return Broker.connect(BrokerSettings.plain(
                    URI.create("http://127.0.0.1:" + ENGINE.getPort()), URI.create("http://127.0.0.1:1")));
        }
    }

    private static Server start() {
        try {
            return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                    .addService(new Gateway())
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stop() {
        ENGINE.shutdownNow();
    }

    private static final class Gateway extends GatewayGrpc.GatewayImplBase {
        @Override
        public void setVariables(SetVariablesRequest asked, StreamObserver<SetVariablesResponse> answer) {
            done(answer, SetVariablesResponse.getDefaultInstance());
        }

        @Override
        public void updateJobRetries(UpdateJobRetriesRequest asked, StreamObserver<UpdateJobRetriesResponse> answer) {
            done(answer, UpdateJobRetriesResponse.getDefaultInstance());
        }

        @Override
        public void resolveIncident(ResolveIncidentRequest asked, StreamObserver<ResolveIncidentResponse> answer) {
            Status status = Objects.requireNonNull(SAYS.get());
            if (status.isOk()) {
                done(answer, ResolveIncidentResponse.getDefaultInstance());
            } else {
                answer.onError(status.asRuntimeException());
            }
        }

        private static <T> void done(StreamObserver<T> answer, T what) {
            answer.onNext(what);
            answer.onCompleted();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RESOURCE_EXHAUSTED, 503, has not taken this command, PARTLY",
        "FAILED_PRECONDITION, 409, no retries left, PARTLY",
        "UNAVAILABLE, 503, may or may not have happened, UNANSWERED"
    })
    void variablesThatWereSetAreSaidToBe(Status.Code code, int status, String why, String state) {
        SAYS.set(code.toStatus().withDescription("no retries left"));
        HttpResponse<String> answer = set();
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("Only a part of it was done", "Half done (set). ", why);
        JsonNode receipt = latest();
        assertThat(receipt.path("state").asString()).isEqualTo(state);
        assertThat(receipt.path("reason").asString()).contains("Half done (set). ", why);
    }

    /** The variables alone do not show that the rest happened. */
    @Test
    void whatNobodyAnsweredIsDoneOnceHistoryShowsAllOfIt() {
        SAYS.set(Status.UNAVAILABLE);
        assertThat(set().statusCode()).isEqualTo(503);
        jdbc.sql("insert into history.variable_change values (200, 4715, 200, 'known', 'true', now())")
                .update();
        assertThat(latest().path("state").asString()).isEqualTo("UNANSWERED");
        jdbc.sql("""
                update history.incident set state = 'RESOLVED', resolved_at = now(), resolved_position = 4716 where key = 230""").update();
        assertThat(latest().path("state").asString()).isEqualTo("VISIBLE");
        assertThat(latest().path("position").asLong()).isEqualTo(4716);
        assertThat(latest().path("reason").isNull()).isTrue();
    }

    @Test
    void oneThatWasTurnedAwayHalfWayIsDoneUnderItsKeyLater() {
        String[] once = {"Idempotency-Key", "half"};
        SAYS.set(Status.RESOURCE_EXHAUSTED);
        assertThat(set(once).statusCode()).isEqualTo(503);
        SAYS.set(Status.OK);
        assertThat(read(set(once), 202).path("state").asString()).isIn("ACCEPTED", "VISIBLE");
    }

    @Test
    void whatDidNothingIsStillRefused() {
        SAYS.set(Status.FAILED_PRECONDITION.withDescription("no retries left"));
        assertThat(post("/api/v1/instances/200/retry", "").statusCode()).isEqualTo(409);
        assertThat(latest().path("state").asString()).isEqualTo("REFUSED");
        assertThat(latest().path("reason").asString()).doesNotContain("Half done");
    }

    private HttpResponse<String> set(String... headers) {
        return http().send(
                        "PUT",
                        "/api/v1/instances/200/variables?retry=true",
                        "{\"variables\": {\"known\": true}}",
                        Stream.concat(Arrays.stream(CLI), Arrays.stream(headers))
                                .toArray(String[]::new));
    }

    private JsonNode latest() {
        return get("/api/v1/instances/200/commands").path("items").get(0);
    }
}
