package io.tillflow.studio.security;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import io.tillflow.studio.platform.StudioSettings;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

@Configuration
@EnableMethodSecurity(jsr250Enabled = true)
class SecurityConfiguration {
    /** Vaadin starts itself with inline scripts and styles; everything else comes from this server only. */
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self' ws: wss:",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    @Bean
    PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, Tokens tokens) throws Exception {
        http.securityMatcher("/api/**");
        http.addFilterBefore(new BearerFilter(tokens), UsernamePasswordAuthenticationFilter.class);
        http.csrf(csrf -> csrf.ignoringRequestMatchers(SecurityConfiguration::bearsToken));
        http.authorizeHttpRequests(
                may -> may.dispatcherTypeMatchers(DispatcherType.ASYNC) // what goes on was let in before
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/openapi")
                        .permitAll()
                        .anyRequest()
                        .authenticated());
        http.exceptionHandling(e -> e.authenticationEntryPoint((request, response, why) -> BearerFilter.Problems.write(
                        response, 401, "Sign in first", "Send a token: Authorization: Bearer ..."))
                .accessDeniedHandler((request, response, why) ->
                        BearerFilter.Problems.write(response, 403, "Not allowed", "Your role does not allow this.")));
        http.headers(SecurityConfiguration::headers);
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, Users users, Clock clock) throws Exception {
        http.authorizeHttpRequests(may -> may.requestMatchers("/studio/**", "/actuator/health/**", "/favicon.ico")
                .permitAll());
        http.addFilterBefore(new SameSiteLogin(), UsernamePasswordAuthenticationFilter.class);
        http.addFilterBefore(new StillAllowed(users, clock), AuthorizationFilter.class);
        http.with(vaadin(), vaadin -> vaadin.loginView(LoginView.class));
        http.formLogin(form -> form.failureHandler(failed()));
        http.headers(SecurityConfiguration::headers);
        return http.build();
    }

    /** Cookies are secure wherever the studio is reached by https. */
    @Bean
    ServletContextInitializer secureCookies(StudioSettings settings) {
        return context -> context.getSessionCookieConfig()
                .setSecure("https".equals(settings.studioUrl().getScheme()));
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=()"));
    }

    private static AuthenticationFailureHandler failed() {
        return (request, response, why) -> {
            String reason = switch (why) {
                case PasswordLogin.Locked locked ->
                    "locked=" + Math.max(1, locked.waitFor().toSeconds());
                case org.springframework.security.authentication.AuthenticationServiceException away -> "away";
                default -> "error";
            };
            response.sendRedirect(request.getContextPath() + "/login?" + reason);
        };
    }

    private static boolean bearsToken(HttpServletRequest request) {
        return BearerFilter.secret(request) != null;
    }
}
