package org.caravanserai.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {

    private final Messages messages = new Messages();

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageSaysEverythingThatEnglishSaysAndNothingElse(Language language) {
        var missing = new TreeSet<>(messages.keys(Language.EN));
        missing.removeAll(messages.keys(language));
        var surplus = new TreeSet<>(messages.keys(language));
        surplus.removeAll(messages.keys(Language.EN));

        assertThat(missing).as("not said in " + language).isEmpty();
        assertThat(surplus).as("said in " + language + " alone").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "EN")
    void noTextIsACopyOfTheEnglishOne(Language language) {
        var copies = messages.keys(language).stream()
                .filter(key -> messages.pattern(language, key).equals(messages.pattern(Language.EN, key)))
                .filter(key -> hasWords(messages.pattern(Language.EN, key)))
                .toList();
        assertThat(copies).as("copied from English into " + language).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyTextHasThePlaceholdersOfTheEnglishOne(Language language) {
        var wrong = new ArrayList<String>();
        for (var key : messages.keys(language)) {
            if (!placeholders(messages.pattern(language, key)).equals(placeholders(english(key)))) {
                wrong.add(key);
            }
        }
        assertThat(wrong).as("placeholders in " + language).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyTextCanBeWritten(Language language) {
        for (var key : messages.keys(language)) {
            var arguments = placeholders(english(key)).stream()
                    .mapToInt(Integer::parseInt)
                    .max()
                    .orElse(-1);
            assertThat(messages.get(language, key, numbers(arguments + 1)))
                    .as(key + " in " + language)
                    .isNotBlank();
        }
    }

    @Test
    void everyKeyBeginsWithTheNameOfItsBundle() throws IOException {
        try (var bundles = Files.list(Path.of("src/main/resources/messages"))) {
            for (var bundle : bundles.toList()) {
                var module = String.valueOf(bundle.getFileName()).replaceAll("(_[a-z]{2})?\\.properties", "");
                var foreign = Files.readAllLines(bundle).stream()
                        .filter(line -> line.contains("=") && !line.startsWith("#") && !line.startsWith(" "))
                        .filter(line -> !line.startsWith(module + "."))
                        .toList();
                assertThat(foreign).as(bundle.toString()).isEmpty();
            }
        }
    }

    @Test
    void everyTextIsUsedAndEveryTextUsedIsThere() throws IOException {
        var code = new StringBuilder();
        for (var root : List.of("src/main/java", "src/main/jte")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (var file : files.filter(f -> f.toString().matches(".*\\.(java|jte)"))
                        .toList()) {
                    code.append(Files.readString(file)).append('\n');
                }
            }
        }
        var text = code.toString();
        var unused = messages.keys(Language.EN).stream()
                .filter(key -> !text.contains('"' + key + '"'))
                .filter(key -> prefixes(key).noneMatch(prefix -> text.contains('"' + prefix + '"')))
                .toList();
        assertThat(unused).as("keys that nothing uses").isEmpty();

        var modules = new TreeSet<String>();
        messages.keys(Language.EN).forEach(key -> modules.add(key.substring(0, key.indexOf('.'))));
        var missing = new TreeSet<String>();
        var literal = java.util.regex.Pattern.compile(
                        "(?:get|of|at|Refusal\\.of|Refusal\\.at)\\((?:[a-z]+, |\"[a-zA-Z0-9.\\[\\]-]*\",\\s*)?\"((?:"
                                + String.join("|", modules) + ")\\.[a-zA-Z0-9_.-]*[a-zA-Z0-9])\"(?! *\\+)")
                .matcher(text);
        while (literal.find()) {
            if (!messages.has(literal.group(1))) {
                missing.add(literal.group(1));
            }
        }
        assertThat(missing).as("keys without words").isEmpty();
    }

    private String english(String key) {
        return messages.pattern(Language.EN, key);
    }

    /** What code may write before a name that is only known as it runs, such as {@code "proposal.state." + state}. */
    private static Stream<String> prefixes(String key) {
        var parts = key.split("\\.");
        return Stream.iterate(2, i -> i < parts.length, i -> i + 1)
                .map(i -> String.join(".", Arrays.copyOf(parts, i)) + ".");
    }

    private static boolean hasWords(String pattern) {
        return pattern.replaceAll("\\{[^}]*}", "").codePoints().anyMatch(Character::isLetter);
    }

    private static Set<String> placeholders(String pattern) {
        var found = new TreeSet<String>();
        var parsed = new MessagePattern(pattern);
        for (int i = 0; i < parsed.countParts(); i++) {
            var part = parsed.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_NUMBER) {
                found.add(parsed.getSubstring(part));
            }
        }
        return found;
    }

    private static Object[] numbers(int count) {
        var numbers = new Object[count];
        Arrays.fill(numbers, 3);
        return numbers;
    }
}
