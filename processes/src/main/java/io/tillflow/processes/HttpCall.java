package io.tillflow.processes;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Input of {@link OfferedJobType#HTTP_REQUEST}; its output is what the header {@code resultExpression} makes of the answer. */
public record HttpCall(
        @Field(
                label = "Method",
                choices = {"GET", "POST", "PUT", "PATCH", "DELETE"})
        String method,

        @Field(label = "URL", help = "Its host must be on the list of allowed hosts.", from = "https://")
        String url,

        @Field(label = "Query", help = "FEEL context of texts and numbers.") @Nullable
        Map<String, @Nullable Object> query,

        @Field(label = "Headers", help = "FEEL context of texts.", secrets = true) @Nullable
        Map<String, @Nullable String> headers,

        @Field(label = "Body", help = "FEEL value that is sent as JSON; empty for none.", lines = true) @Nullable
        Object body,

        @Field(
                label = "Authentication",
                choices = {"none", "basic", "bearer", "api-key", "oauth2"})
        @Nullable
        String authentication,

        @Field(
                label = "User",
                secrets = true,
                when = "authentication",
                whenOneOf = {"basic"})
        @Nullable
        String user,

        @Field(
                label = "Password",
                from = "{{secrets.NAME}}",
                secrets = true,
                when = "authentication",
                whenOneOf = {"basic"})
        @Nullable
        String password,

        @Field(
                label = "Token",
                from = "{{secrets.NAME}}",
                secrets = true,
                when = "authentication",
                whenOneOf = {"bearer"})
        @Nullable
        String token,

        @Field(
                label = "Header of the key",
                from = "X-Api-Key",
                when = "authentication",
                whenOneOf = {"api-key"})
        @Nullable
        String apiKeyHeader,

        @Field(
                label = "Key",
                from = "{{secrets.NAME}}",
                secrets = true,
                when = "authentication",
                whenOneOf = {"api-key"})
        @Nullable
        String apiKey,

        @Field(
                label = "Token address",
                help = "Where client credentials buy a token; its host must be allowed, too.",
                from = "https://",
                when = "authentication",
                whenOneOf = {"oauth2"})
        @Nullable
        String tokenUrl,

        @Field(
                label = "Client id",
                secrets = true,
                when = "authentication",
                whenOneOf = {"oauth2"})
        @Nullable
        String clientId,

        @Field(
                label = "Client secret",
                from = "{{secrets.NAME}}",
                secrets = true,
                when = "authentication",
                whenOneOf = {"oauth2"})
        @Nullable
        String clientSecret,

        @Field(
                label = "Scopes",
                when = "authentication",
                whenOneOf = {"oauth2"})
        @Nullable
        String scopes,

        @Field(
                label = "Effect key",
                help = "Sent as Idempotency-Key with everything but GET; one per instance and step when empty.")
        @Nullable
        String effectKey) {
    /** Refuses what no worker could use. */
    public HttpCall {
        Given.text("method", method);
        Given.text("url", url);
    }

    /** Nothing of a call belongs into a log. */
    @Override
    public String toString() {
        return "HttpCall[" + method + "]";
    }
}
