package io.tillflow.studio.webhooks;

/** A call of a webhook for the command line, with the secret left to its caller. */
final class Example {
    private Example() {}

    static String of(Webhook it) {
        String signature = switch (it.signing()) {
            case "tillflow" -> """
                    t=$(date +%s)
                    signature="t=$t,v1=$(printf '%s.%s' "$t" "$body" | openssl dgst -sha256 -hmac "$SECRET" -hex | sed 's/^.* //')"
                    """;
            case "sha256-hex" -> """
                    signature="sha256=$(printf '%s' "$body" | openssl dgst -sha256 -hmac "$SECRET" -hex | sed 's/^.* //')"
                    """;
            case "sha256-base64" -> """
                    signature=$(printf '%s' "$body" | openssl dgst -sha256 -hmac "$SECRET" -binary | base64)
                    """;
            default -> """
                    signature="Bearer $SECRET"
                    """;
        };
        return "body='{\"id\": \"evt-1\"}'\n" + signature + "curl -H \"" + it.header()
                + ": $signature\" -H 'Content-Type: application/json' -d \"$body\" " + it.url();
    }
}
