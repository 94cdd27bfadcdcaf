package org.caravanserai.programme.web;

import org.caravanserai.platform.PublicAddresses;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the public pages to everyone. */
@Configuration(proxyBeanMethods = false)
class PublicAddressesOfProgramme {

    @Bean
    PublicAddresses programmeAddresses() {
        return PublicAddresses.of("/", "/m/**", "/sitemap.xml", "/oembed");
    }
}
