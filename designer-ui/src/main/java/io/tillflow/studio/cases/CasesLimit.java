package io.tillflow.studio.cases;

import io.tillflow.studio.platform.ReadBody;
import java.io.IOException;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Refuses a body that is larger than cases may be, before all of it is in memory, and so before anybody else reads it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice(assignableTypes = CasesApi.class)
class CasesLimit extends RequestBodyAdviceAdapter {

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converterType)
            throws IOException {
        CaseFile.notTooLarge(message.getHeaders().getContentLength());
        byte[] body = message.getBody().readNBytes(CaseFile.LARGEST + 1);
        CaseFile.notTooLarge(body.length);
        return new ReadBody(body, message.getHeaders());
    }
}
