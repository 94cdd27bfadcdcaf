package org.caravanserai.people.web;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import com.vaadin.flow.server.auth.NavigationAccessControl;
import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.stream.Stream;
import org.caravanserai.people.Access;
import org.caravanserai.people.AccountSessions;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.platform.PublicAddresses;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may ask for which address. What no module has declared public asks for signing in; what a signed-in person may see
 * or do there, the services decide.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableMethodSecurity
@EnableConfigurationProperties(PeopleProperties.class)
class SecurityConfiguration {

    private static final List<String> STATIC = List.of(
            "/styles/**",
            "/images/**",
            "/scripts/**",
            "/*.js",
            "/*.css",
            "/*.svg",
            "/favicon.ico",
            "/robots.txt",
            "/error",
            "/actuator/health",
            "/actuator/health/**");

    @Bean
    PublicAddresses peopleAddresses() {
        return PublicAddresses.of(
                "/sign-in",
                "/register",
                "/verify-email",
                "/forgot",
                "/reset",
                "/set-up",
                "/demo/enter",
                "/people/*/picture");
    }

    /** Counting every decision of access costs a kept page more than finding it. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            List<PublicAddresses> open,
            PeopleProperties properties,
            Access access,
            AccountSessions sessions,
            OpenSessions openSessions,
            StaySignedIn staySignedIn,
            NavigationAccessControl navigation) {
        var csrf = new CookieCsrfTokenRepository();
        csrf.setCookieName(properties.secure() ? "__Host-csrf" : "csrf");
        csrf.setCookiePath("/");
        csrf.setCookieCustomizer(cookie -> cookie.secure(properties.secure()).sameSite("Lax"));
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                        DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(open(open))
                .permitAll()
                .requestMatchers(pathPattern("/actuator/**"))
                .access((who, request) -> new AuthorizationDecision(access.administrator())));
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> vaadin.enableRequestCacheConfiguration(false).anyRequest(rest -> rest.authenticated()));
        http.requestCache(cache -> cache.disable());
        http.exceptionHandling(refused -> refused.authenticationEntryPoint((request, response, e) -> {
            var query = request.getQueryString();
            var wanted = request.getMethod().equals("GET")
                    ? LocalPath.of(request.getRequestURI() + (query == null ? "" : "?" + query))
                    : LocalPath.HOME;
            response.setHeader("Cache-Control", "no-store");
            response.sendRedirect(wanted.equals(LocalPath.HOME) ? "/sign-in" : "/sign-in?to=" + wanted.encoded());
        }));
        // The content security policy of every page says both, and more.
        http.headers(headers -> headers.frameOptions(old -> old.disable()).xssProtection(old -> old.disable()));
        http.csrf(c -> c.csrfTokenRepository(csrf));
        http.rememberMe(stay -> stay.rememberMeServices(staySignedIn).key(StaySignedIn.KEY));
        http.logout(out -> out.logoutUrl("/sign-out").logoutSuccessHandler(toTheMeetings()));
        http.addFilterBefore(new AccountSessionFilter(sessions, openSessions), AuthorizationFilter.class);
        var chain = http.build();
        navigation.setLoginView("/sign-in");
        return chain;
    }

    /** Over https, cookies of a name that browsers accept from this very host alone. */
    @Bean
    @Order(100)
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> sessionCookie(PeopleProperties properties) {
        return factory -> {
            var cookie = factory.getSettings().getSession().getCookie();
            cookie.setName(properties.secure() ? "__Host-session" : "session");
            cookie.setSecure(properties.secure());
            cookie.setPath("/");
        };
    }

    /** Leads to the meetings whether a plain page or a view, which understands no redirect, signed out. */
    private static LogoutSuccessHandler toTheMeetings() {
        var handler = new SimpleUrlLogoutSuccessHandler();
        handler.setDefaultTargetUrl("/");
        handler.setRedirectStrategy(new UidlRedirectStrategy());
        return handler;
    }

    private static RequestMatcher open(List<PublicAddresses> open) {
        return new OrRequestMatcher(
                Stream.concat(STATIC.stream(), open.stream().flatMap(addresses -> addresses.patterns().stream()))
                        .<RequestMatcher>map(pattern -> pathPattern(pattern))
                        .toList());
    }
}
