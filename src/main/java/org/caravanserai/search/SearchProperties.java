package org.caravanserai.search;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the index of what can be searched for lies. Processes on one machine may share the folder: each takes a part of it
 * for itself.
 *
 * @param folder a folder on a local disk; it may be emptied whenever no process runs
 * @param rebuild whether to make the index anew at the next start
 */
@Validated
@ConfigurationProperties("caravanserai.search")
public record SearchProperties(
        @NotBlank @DefaultValue("./var/search") String folder,
        @DefaultValue("false") boolean rebuild) {}
