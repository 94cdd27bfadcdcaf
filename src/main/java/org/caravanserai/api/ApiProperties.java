package org.caravanserai.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much programs may ask.
 *
 * @param requestsPerToken how many requests a token may make in a minute
 * @param requestsPerAddress how many requests without a working token may come from one network address in a minute; a hall
 *     full of people has one
 */
@ConfigurationProperties("caravanserai.api")
public record ApiProperties(
        @DefaultValue("600") int requestsPerToken,
        @DefaultValue("3000") int requestsPerAddress) {}
