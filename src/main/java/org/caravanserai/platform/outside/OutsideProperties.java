package org.caravanserai.platform.outside;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be reached beside the public network.
 *
 * @param allow hosts as they are written in addresses, each with a port or {@code *}, such as {@code hooks.intra.example:443}
 *     or {@code 127.0.0.1:*}; these may be private, unencrypted and at any port
 */
@ConfigurationProperties("caravanserai.outside")
public record OutsideProperties(@DefaultValue List<String> allow) {}
