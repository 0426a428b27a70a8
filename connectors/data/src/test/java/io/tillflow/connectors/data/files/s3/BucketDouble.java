package io.tillflow.connectors.data.files.s3;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.tillflow.connectors.data.files.Checksum;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers as Amazon's documentation has GetObject, HeadObject and PutObject, with conditional writes and Content-MD5. */
final class BucketDouble implements ResponseTransformerV2 {
    private final Map<String, Kept> objects = new HashMap<>();

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Kept(byte[] content, String checksum) {}

    @Override
    public String getName() {
        return "bucket";
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public synchronized Response transform(Response response, ServeEvent event) {
        Request request = event.getRequest();
        String authorization = Objects.requireNonNullElse(request.getHeader("Authorization"), "");
        if (!authorization.startsWith("AWS4-HMAC-SHA256 Credential=access/")) {
            return error(response, 403, "InvalidAccessKeyId");
        }
        Kept there = objects.get(request.getUrl());
        return switch (request.getMethod().value()) {
            case "PUT" -> put(response, request, there == null ? null : there.content());
            case "HEAD" -> head(response, there);
            default -> get(response, there);
        };
    }

    /** As if somebody deleted it. */
    synchronized void lose(String url) {
        if (objects.remove(url) == null) {
            throw new IllegalArgumentException("expected one of " + objects.keySet() + " to be lost, not " + url);
        }
    }

    private static Response get(Response response, @Nullable Kept there) {
        return there == null
                ? error(response, 404, "NoSuchKey")
                : Response.Builder.like(response)
                        .status(200)
                        .headers(headers(there))
                        .body(there.content())
                        .build();
    }

    /** Never with a body, also where there is nothing. */
    private static Response head(Response response, @Nullable Kept there) {
        Response.Builder answer = Response.Builder.like(response).body("");
        return there == null
                ? answer.status(404).build()
                : answer.status(200)
                        .headers(headers(there)
                                .plus(new HttpHeader("Content-Length", String.valueOf(there.content().length))))
                        .build();
    }

    private static HttpHeaders headers(Kept there) {
        return new HttpHeaders(
                new HttpHeader("ETag", tag(there.content())), new HttpHeader("x-amz-meta-sha256", there.checksum()));
    }

    private Response put(Response response, Request request, byte @Nullable [] there) {
        byte[] body = request.getBody();
        if (!Checksum.md5(body).equals(request.getHeader("Content-MD5"))) {
            return error(response, 400, "BadDigest");
        }
        String match = request.getHeader("If-Match");
        if (match != null && there == null) {
            return error(response, 404, "NoSuchKey");
        }
        boolean fits = (match == null || (there != null && match.equals(tag(there))))
                && (request.getHeader("If-None-Match") == null || there == null);
        if (!fits) {
            return error(response, 412, "PreconditionFailed");
        }
        objects.put(
                request.getUrl(),
                new Kept(body, Objects.requireNonNullElse(request.getHeader("x-amz-meta-sha256"), "")));
        return Response.Builder.like(response)
                .status(200)
                .headers(new HttpHeaders(new HttpHeader("ETag", tag(body))))
                .body("")
                .build();
    }

    private static String tag(byte[] content) {
        return "\"" + Checksum.of(content).substring(0, 32) + "\"";
    }

    static Response error(Response response, int status, String code) {
        return Response.Builder.like(response)
                .status(status)
                .headers(new HttpHeaders(new HttpHeader("Content-Type", "application/xml")))
                .body("<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>as documented</Message></Error>")
                .build();
    }
}
