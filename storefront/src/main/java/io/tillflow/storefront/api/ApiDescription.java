package io.tillflow.storefront.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says in the API's description which calls take whose token. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    static final String ACCOUNT = "account";
    private static final String SERVICE = "service";

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .components(new Components()
                        .addSecuritySchemes(ACCOUNT, bearer("The token of a sign-in at /api/v1/account/sessions."))
                        .addSecuritySchemes(SERVICE, bearer("The token that services and the studio share.")));
    }

    @Bean
    OpenApiCustomizer callsOfServices() {
        return api -> api.getPaths().forEach((path, item) -> {
            if (ServiceToken.guards(path)) {
                item.readOperations().forEach(call -> call.addSecurityItem(new SecurityRequirement().addList(SERVICE)));
            }
        });
    }

    @Bean
    OperationCustomizer callsOfGuestsToo() {
        return (call, handler) -> handler.hasMethodAnnotation(TokenOptional.class)
                ? call.addSecurityItem(new SecurityRequirement().addList(ACCOUNT))
                        .addSecurityItem(new SecurityRequirement())
                : call;
    }

    private static SecurityScheme bearer(String what) {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description(what);
    }
}
