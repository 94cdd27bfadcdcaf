package org.caravanserai.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return Optional.of(HexFormat.of().formatHex(digest, 0, 4));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
