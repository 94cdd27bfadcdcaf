package org.caravanserai.api.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java that the documentation shows is compiled and believes what we sign, and nothing else. */
class DocumentedSignatureTest {

    private static final byte[] BODY = "{\"event\":\"test\"}".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOW = Instant.ofEpochSecond(1_812_355_200L);

    @TempDir
    Path folder;

    @Test
    void theExampleBelievesWhatIsSignedNowAndNothingElse() throws Exception {
        var time = "1812355200";
        var good = "v1=" + HookSignature.of("secret", time, BODY);
        try (var classes = new URLClassLoader(new URL[] {compiled()})) {
            var check = classes.loadClass("Signature")
                    .getMethod("isGood", String.class, String.class, String.class, byte[].class, Instant.class);

            assertThat(says(check, "secret", time, good, BODY, NOW)).isTrue();
            assertThat(says(check, "secret", time, good, BODY, NOW.plusSeconds(300)))
                    .isTrue();
            assertThat(says(check, "secret", time, good, BODY, NOW.plusSeconds(301)))
                    .isFalse();
            assertThat(says(check, "secret", "1812355201", good, BODY, NOW)).isFalse();
            assertThat(says(check, "other", time, good, BODY, NOW)).isFalse();
            assertThat(says(check, "secret", time, good, new byte[0], NOW)).isFalse();
            assertThat(says(check, "secret", "soon", good, BODY, NOW)).isFalse();
        }
    }

    private static boolean says(Method check, Object... arguments) throws ReflectiveOperationException {
        return check.invoke(null, arguments) instanceof Boolean good && good;
    }

    private URL compiled() throws Exception {
        var example =
                Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of("docs/api.md")));
        assertThat(example.find()).isTrue();
        var source = Files.writeString(folder.resolve("Signature.java"), example.group(1));
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", folder.toString(), source.toString()))
                .isZero();
        return URI.create("file:" + folder + "/").toURL();
    }
}
