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

/** Answers as Amazon's documentation has GetObject and PutObject, with conditional writes and Content-MD5. */
final class BucketDouble implements ResponseTransformerV2 {
    private final Map<String, byte[]> objects = new HashMap<>();

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
        byte @Nullable [] there = objects.get(request.getUrl());
        return request.getMethod().value().equals("PUT") ? put(response, request, there) : get(response, there);
    }

    private static Response get(Response response, byte @Nullable [] there) {
        return there == null
                ? error(response, 404, "NoSuchKey")
                : Response.Builder.like(response)
                        .status(200)
                        .headers(new HttpHeaders(new HttpHeader("ETag", tag(there))))
                        .body(there)
                        .build();
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
        objects.put(request.getUrl(), body);
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
