package org.caravanserai.programme.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.caravanserai.shell.PageReader;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers requests for pages of releases that are kept, after the headers that every answer carries and before anything
 * that only signed-in people need: what it serves is public and the same for everyone.
 */
final class KeptPagesFilter extends OncePerRequestFilter {

    private final KeptPages pages;

    private KeptPagesFilter(KeptPages pages) {
        this.pages = pages;
    }

    /** Puts the filter before security and the dispatcher. */
    @Configuration(proxyBeanMethods = false)
    static class Registration {

        @Bean
        FilterRegistrationBean<KeptPagesFilter> keptPagesFilterRegistration(KeptPages pages) {
            var registration = new FilterRegistrationBean<>(new KeptPagesFilter(pages));
            registration.addUrlPatterns("/m/*");
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
            return registration;
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            var page = pages.key(request).flatMap(pages::find);
            if (page.isPresent()) {
                PageReader.remember(request, response);
                page.get().send(request, response);
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
