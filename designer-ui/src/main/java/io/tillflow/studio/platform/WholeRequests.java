package io.tillflow.studio.platform;

import java.lang.reflect.Type;
import java.util.Optional;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Refuses a request that lacks something which is not left to its sender, by the name of what is missing. */
@ControllerAdvice
class WholeRequests extends RequestBodyAdviceAdapter {

    @Override
    public boolean supports(
            MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
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
