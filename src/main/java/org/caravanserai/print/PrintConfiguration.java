package org.caravanserai.print;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads where fonts are. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PrintProperties.class)
class PrintConfiguration {}
