package org.caravanserai.platform.outside;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The hosts and ports that whoever runs the application opened by name. */
record Allowance(Set<String> entries) {

    static Allowance of(List<String> written) {
        for (var entry : written) {
            if (!entry.strip().matches("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9.-]+):(\\*|\\d{1,5})")) {
                throw new IllegalArgumentException(
                        "caravanserai.outside.allow wants HOST:PORT or HOST:*, not '" + entry + "'");
            }
        }
        return new Allowance(written.stream()
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet()));
    }

    boolean lists(OutsideAddress address) {
        return entries.contains(address.host() + ":*") || entries.contains(address.host() + ":" + address.port());
    }
}
