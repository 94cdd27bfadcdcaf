package org.caravanserai.platform.outside;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutsideProperties.class)
class OutsideConfiguration {

    @Bean
    Outside outside(OutsideProperties properties) {
        return new Outside(Allowance.of(properties.allow()), Names.OF_THE_SYSTEM, new Wires());
    }
}
