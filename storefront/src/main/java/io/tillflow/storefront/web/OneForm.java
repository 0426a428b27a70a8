package io.tillflow.storefront.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Brings what is typed into one form (NFC), so that an ü of one letter and one of two are the same in searches, names, addresses
 * and passwords, whichever keyboard they come from.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class OneForm extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Composed(request), response);
    }

    /** The same for what programs send. */
    @Bean
    static JsonMapperBuilderCustomizer textInOneForm() {
        SimpleModule module = new SimpleModule("text in one form");
        module.addDeserializer(String.class, new ComposedText());
        return mapper -> mapper.addModule(module);
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Form.NFC);
    }

    private static final class ComposedText extends StringDeserializer {
        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
            String text = super.deserialize(parser, context);
            return text == null ? null : composed(text);
        }
    }

    /** The request as if everything in its form and its query had been typed with whole letters. */
    private static final class Composed extends HttpServletRequestWrapper {
        Composed(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String value = super.getParameter(name);
            return value == null ? null : OneForm.composed(value);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] values = super.getParameterValues(name);
            return values == null ? null : composed(values);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> whole = new LinkedHashMap<>();
            super.getParameterMap().forEach((name, values) -> whole.put(name, composed(values)));
            return whole;
        }

        private static String[] composed(String... values) {
            return Arrays.stream(values).map(OneForm::composed).toArray(String[]::new);
        }
    }
}
