package io.tillflow.plumbing;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every {@link JdbcClient} of an application reads records by {@link RecordRows}. */
@AutoConfiguration
class RowsConfiguration {
    @Bean
    static BeanPostProcessor recordRows() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JdbcClient client ? new RecordRows(client) : bean;
            }
        };
    }
}
