package org.caravanserai.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.caravanserai.api.ApiProperties;
import org.caravanserai.api.TokenDoor;
import org.caravanserai.people.RemoteAddress;
import org.caravanserai.platform.RateLimits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;

/**
 * The way in for programs, apart from that for people: by tokens alone, without cookies, so without anything that a page of
 * another site could abuse. Such a page may read what is published. {@link ScopeGate} decides about each address.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    @Bean
    @Order(1)
    SecurityFilterChain programs(
            HttpSecurity http,
            TokenDoor door,
            RateLimits limits,
            RemoteAddress addresses,
            ApiProperties properties,
            ProblemWriter problems,
            Endpoints endpoints) {
        http.securityMatcher("/api/**");
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.csrf(AbstractHttpConfigurer::disable);
        http.requestCache(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        http.headers(headers -> headers.frameOptions(old -> old.disable()).xssProtection(old -> old.disable()));
        http.cors(cors -> cors.configurationSource(published(endpoints)));
        http.addFilterBefore(
                new TokenFilter(door, limits, addresses, properties, problems), AnonymousAuthenticationFilter.class);
        return http.build();
    }

    /** What is too odd to be looked at is told in the same form as everything else. */
    @Bean
    RequestRejectedHandler oddRequests(ProblemWriter problems) {
        var usual = new HttpStatusRequestRejectedHandler();
        return (request, response, odd) -> {
            if (request.getRequestURI().startsWith("/api/")) {
                problems.write(new ApiProblem(ProblemKind.REQUEST), request, response);
            } else {
                usual.handle(request, response, odd);
            }
        };
    }

    private static CorsConfigurationSource published(Endpoints endpoints) {
        var readable = new CorsConfiguration();
        readable.setAllowedOrigins(List.of("*"));
        readable.setAllowedMethods(List.of("GET", "HEAD"));
        readable.setAllowedHeaders(List.of("Accept", "Accept-Language", "If-None-Match"));
        readable.setExposedHeaders(List.of("ETag", "Link", "RateLimit", "RateLimit-Policy", "Retry-After"));
        readable.setMaxAge(Duration.ofHours(1));
        return (HttpServletRequest request) -> endpoints.isPublished(request.getRequestURI()) ? readable : null;
    }
}
