package io.tillflow.connectors.ai.langchain;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import io.tillflow.connectors.ai.Answer;
import io.tillflow.connectors.ai.TookTooLong;
import io.tillflow.connectors.provider.HeldBack;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** A provider's failures in our words; theirs may repeat what was asked, or a part of the key. */
final class Failures {
    private static final Duration BUSY = Duration.ofSeconds(10);

    private Failures() {}

    static Answer read(String name, Access access, Supplier<Answer> call) {
        try {
            return call.get();
        } catch (RateLimitException busy) {
            throw new HeldBack(name + " has too much to do, or its own limit is reached (429)", BUSY);
        } catch (TimeoutException late) {
            throw new TookTooLong(name + " did not answer in time");
        } catch (AuthenticationException refused) {
            throw new ProviderUnavailable(name + " refuses the key (" + status(refused) + "): replace the secret "
                    + name.toUpperCase(Locale.ROOT) + "_API_KEY");
        } catch (ModelNotFoundException unknown) {
            throw new ProviderUnavailable(name + " has no model " + access.chat() + ": correct TILLFLOW_AI_"
                    + name.toUpperCase(Locale.ROOT) + "_MODEL");
        } catch (ContentFilteredException filtered) {
            return new Answer.Unable(name + " will not answer this: its content filter objects");
        } catch (InvalidRequestException invalid) {
            return new Answer.Unable(
                    name + " refuses the request (" + status(invalid) + "): it may be too long for " + access.chat());
        } catch (LangChain4jException trouble) {
            throw new ProviderUnavailable(name + " is in trouble (" + status(trouble) + ")");
        } catch (RuntimeException unreadable) {
            throw new ProviderUnavailable(name + " answered what cannot be read ("
                    + unreadable.getClass().getSimpleName() + ")");
        }
    }

    private static String status(Throwable failure) {
        for (Throwable link = failure; link != null; link = link.getCause()) {
            if (link instanceof HttpException http) {
                return String.valueOf(http.statusCode());
            }
        }
        return "no answer";
    }
}
