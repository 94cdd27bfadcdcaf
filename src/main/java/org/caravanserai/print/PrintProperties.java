package org.caravanserai.print;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What printing takes from the machine.
 *
 * @param fonts a folder whose fonts are taken before those of the system; empty for none
 */
@ConfigurationProperties("caravanserai.print")
public record PrintProperties(@DefaultValue("") String fonts) {}
