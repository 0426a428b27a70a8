package io.tillflow.studio.platform;

import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Refuses, before anything is done, a request that lacks something which is not left to its sender, or that nothing could keep. */
@ControllerAdvice
class WholeRequests extends RequestBodyAdviceAdapter {
    /** The character itself or as JSON writes it; behind an even number of backslashes it is one, else the words of it. */
    private static final Pattern NUL = Pattern.compile("\\x00|(?<!\\\\)(?:\\\\\\\\)*\\\\u0000");

    @Override
    public boolean supports(
            MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converterType)
            throws IOException {
        MediaType sent = message.getHeaders().getContentType();
        if (sent == null || !sent.isCompatibleWith(MediaType.APPLICATION_JSON)) {
            return message;
        }
        byte[] body = message.getBody().readAllBytes();
        if (NUL.matcher(new String(body, StandardCharsets.ISO_8859_1)).find()) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "The request holds the character NUL, which no text here can");
        }
        return new ReadBody(body, message.getHeaders());
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converterType) {
        Optional.ofNullable(body)
                .flatMap(Whole::missing)
                .ifPresent(
                        it -> { // JSON's null is none, which is refused later
                            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, it + " must be given");
                        });
        return body;
    }
}
