package org.caravanserai.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.caravanserai.text.Sha256;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Our own static files and what they hold, so that a browser may keep one for a year and still sees the next at once. */
@Component
public class Assets {

    private final Map<String, Optional<String>> hashes = new ConcurrentHashMap<>();

    /** The address of a file, such as {@code /styles/site.css?v=1a2b3c4d}. */
    public String address(String file) {
        return hash(file).map(hash -> file + "?v=" + hash).orElse(file);
    }

    /** The hash of a file's content, of a script's together with those that it imports; empty if there is no such file. */
    public Optional<String> hash(String file) {
        return hashes.computeIfAbsent(file, Assets::read);
    }

    private static Optional<String> read(String file) {
        var resource = new ClassPathResource("META-INF/resources" + file);
        if (!resource.exists()) {
            return Optional.empty();
        }
        try {
            var content = file.endsWith(".js")
                    ? JoinedScripts.joined(resource).getBytes(StandardCharsets.UTF_8)
                    : resource.getContentAsByteArray();
            return Optional.of(Sha256.hex(content).substring(0, 8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
