package org.caravanserai.people.ui;

import java.util.List;
import java.util.Map;

/** What a browser calls itself, in the two words that its owner knows it by: {@code Firefox · Windows}. */
final class BrowserName {

    private static final List<Map.Entry<String, String>> BROWSERS = List.of(
            Map.entry("YaBrowser", "Yandex"),
            Map.entry("Edg", "Edge"),
            Map.entry("OPR", "Opera"),
            Map.entry("SamsungBrowser", "Samsung Internet"),
            Map.entry("Firefox", "Firefox"),
            Map.entry("FxiOS", "Firefox"),
            Map.entry("CriOS", "Chrome"),
            Map.entry("Chrome", "Chrome"),
            Map.entry("Safari", "Safari"));

    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"),
            Map.entry("Android", "Android"),
            Map.entry("Windows", "Windows"),
            Map.entry("Mac OS X", "macOS"),
            Map.entry("Linux", "Linux"));

    private BrowserName() {}

    static String of(String description) {
        var browser = first(BROWSERS, description);
        var system = first(SYSTEMS, description);
        if (browser.isEmpty() && system.isEmpty()) {
            return description.isEmpty() ? "?" : description;
        }
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + " · " + system;
    }

    private static String first(List<Map.Entry<String, String>> names, String description) {
        return names.stream()
                .filter(name -> description.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
