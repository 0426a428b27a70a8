package io.tillflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.impl.CamundaClientFutureImpl;
import io.grpc.Status;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a busy broker turned away is sent again; what may have happened never is. */
class SendingTest {
    private static final List<Duration> TWICE = List.of(Duration.ZERO, Duration.ZERO);
    private static final Status BUSY = Status.RESOURCE_EXHAUSTED.withDescription("all partitions failed");

    /** Fails with each status in turn, then answers. */
    private static final class Scripted implements FinalCommandStep<String> {
        private final Deque<Status> failures;
        private int sent;

        Scripted(Status... failures) {
            this.failures = new ArrayDeque<>(List.of(failures));
        }

        @Override
        public FinalCommandStep<String> requestTimeout(Duration timeout) {
            return this;
        }

        @Override
        public CamundaFuture<String> send() {
            sent++;
            Status failure = failures.poll();
            if (failure != null) {
                throw new ClientStatusException(failure, failure.asRuntimeException());
            }
            CamundaClientFutureImpl<String, String> answer = new CamundaClientFutureImpl<>();
            answer.complete("done");
            return answer;
        }
    }

    @Test
    void aBusyBrokerIsAskedAgain() {
        Scripted command = new Scripted(BUSY, BUSY);
        assertThat(Sending.send(command, TWICE)).isEqualTo("done");
        assertThat(command.sent).isEqualTo(3);
    }

    @Test
    void whoStaysBusyIsSaidToHaveTakenNothing() {
        Scripted command = new Scripted(BUSY, BUSY, BUSY);
        assertThatThrownBy(() -> Sending.send(command, TWICE))
                .isInstanceOfSatisfying(
                        BrokerUnavailable.class,
                        busy -> assertThat(busy.notTaken()).isTrue())
                .hasMessageContaining("has not taken this command");
        assertThat(command.sent).isEqualTo(3);
    }

    @Test
    void whatMayHaveHappenedIsNotSentAgain() {
        for (Status status : List.of(
                Status.UNAVAILABLE,
                Status.DEADLINE_EXCEEDED,
                Status.RESOURCE_EXHAUSTED.withDescription("gRPC message exceeds maximum size 4194304: 5000000"))) {
            Scripted command = new Scripted(status);
            assertThatThrownBy(() -> Sending.send(command, TWICE))
                    .isInstanceOfSatisfying(
                            BrokerUnavailable.class,
                            away -> assertThat(away.notTaken()).isFalse())
                    .hasMessageContaining("may or may not have happened");
            assertThat(command.sent).isEqualTo(1);
        }
    }

    @Test
    void aRefusalIsNotSentAgain() {
        Scripted command = new Scripted(Status.NOT_FOUND);
        assertThatThrownBy(() -> Sending.send(command, TWICE)).isInstanceOf(Rejected.class);
        assertThat(command.sent).isEqualTo(1);
    }
}
