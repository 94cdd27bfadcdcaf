package org.caravanserai.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The fonts of this machine that documents are set in, in the order in which each is asked for a sign. They are looked for
 * anew for every document, so that what an operator installs is used at once.
 */
@Component
class PrintFonts {

    /** What an operator installs when signs are missing. */
    static final String ADVICE = "install Debian's fonts-noto-core and fonts-noto-cjk, or name a folder with fonts in"
            + " caravanserai.print.fonts";

    private static final Logger LOG = LoggerFactory.getLogger(PrintFonts.class);
    private static final int DEEPEST = 8;
    private static final List<String> OF_SYSTEMS = List.of(
            "/usr/share/fonts",
            "/usr/local/share/fonts",
            System.getProperty("user.home", "") + "/.local/share/fonts",
            "/Library/Fonts",
            "/System/Library/Fonts",
            "C:/Windows/Fonts");

    // Latin and Cyrillic first, then Japanese, then what is rare. The second is the bold one.
    private static final List<List<String>> KNOWN = List.of(
            List.of("notosans-regular.ttf", "notosans-bold.ttf"),
            List.of("notosans_400regular.ttf", "notosans_700bold.ttf"),
            List.of("segoeui.ttf", "segoeuib.ttf"),
            List.of("arial.ttf", "arial bold.ttf"),
            List.of("arial.ttf", "arialbd.ttf"),
            List.of("dejavusans.ttf", "dejavusans-bold.ttf"),
            List.of("liberationsans-regular.ttf", "liberationsans-bold.ttf"),
            List.of("notosanscjk-regular.ttc", "notosanscjk-bold.ttc"),
            List.of("notosanscjkjp-regular.otf", "notosanscjkjp-bold.otf"),
            List.of("notosansjp-regular.otf", "notosansjp-bold.otf"),
            List.of("notosansjp-regular.ttf", "notosansjp-bold.ttf"),
            List.of("notosansjp_400regular.ttf", "notosansjp_700bold.ttf"),
            List.of("ヒラギノ角ゴシック w3.ttc", "ヒラギノ角ゴシック w6.ttc"),
            List.of("yugothr.ttc", "yugothb.ttc"),
            List.of("meiryo.ttc", "meiryob.ttc"),
            List.of("ipaexg.ttf", "ipaexg.ttf"),
            List.of("ipag.ttf", "ipag.ttf"),
            List.of("msgothic.ttc", "msgothic.ttc"),
            List.of("notosanssymbols2-regular.ttf", "notosanssymbols2-regular.ttf"),
            List.of("notosanssymbols-regular.ttf", "notosanssymbols-bold.ttf"),
            List.of("notosansmath-regular.ttf", "notosansmath-regular.ttf"),
            List.of("notosansgeorgian-regular.ttf", "notosansgeorgian-bold.ttf"),
            List.of("notosansarmenian-regular.ttf", "notosansarmenian-bold.ttf"));

    private final PrintProperties properties;

    PrintFonts(PrintProperties properties) {
        this.properties = properties;
    }

    /** A font in two weights, which may be the same file. */
    record Pair(Path regular, Path bold) {}

    /** The fonts that are there. */
    List<Pair> installed() {
        var files = new HashMap<String, Path>();
        folders().forEach(folder -> collect(folder, files));
        var pairs = new ArrayList<Pair>();
        for (var names : KNOWN) {
            var regular = Optional.ofNullable(files.get(names.getFirst()));
            regular.ifPresent(file -> pairs.add(new Pair(file, files.getOrDefault(names.getLast(), file))));
        }
        return pairs;
    }

    private List<Path> folders() {
        var folders = new ArrayList<Path>();
        if (!properties.fonts().isBlank()) {
            folders.add(Path.of(properties.fonts()));
        }
        OF_SYSTEMS.forEach(f -> folders.add(Path.of(f)));
        return folders;
    }

    private static void collect(Path folder, Map<String, Path> files) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var found = Files.walk(folder, DEEPEST)) {
            found.filter(Files::isRegularFile)
                    .forEach(f -> files.putIfAbsent(f.getFileName().toString().toLowerCase(Locale.ROOT), f));
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("Fonts in {} cannot be read: {}", folder, e.getMessage());
        }
    }
}
