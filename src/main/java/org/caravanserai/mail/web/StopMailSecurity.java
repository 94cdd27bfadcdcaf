package org.caravanserai.mail.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The way in for mail programs that stop a mail for their reader: they post without cookies and without what our own forms
 * carry (RFC 8058, section 3.2). What lets them is the signed link, which no page of another site knows.
 */
@Configuration(proxyBeanMethods = false)
class StopMailSecurity {

    @Bean
    @Order(2)
    SecurityFilterChain stoppingMail(HttpSecurity http) {
        http.securityMatcher(StopMailController.ADDRESS + "*");
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.csrf(AbstractHttpConfigurer::disable);
        http.requestCache(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        http.headers(headers -> headers.frameOptions(old -> old.disable()).xssProtection(old -> old.disable()));
        return http.build();
    }
}
