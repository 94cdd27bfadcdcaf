package org.caravanserai.mail;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.caravanserai.mail.NoticeChoice.ByMail;

/** Stores choices by kind as lines such as {@code decision DIGEST bell}. */
@Converter
class NoticeChoicesConverter implements AttributeConverter<Map<String, NoticeChoice>, String> {

    private static final String BELL = "bell";

    @Override
    public String convertToDatabaseColumn(Map<String, NoticeChoice> choices) {
        return new TreeMap<>(choices)
                .entrySet().stream()
                        .map(e -> e.getKey() + " " + e.getValue().mail()
                                + (e.getValue().inApplication() ? " " + BELL : ""))
                        .collect(Collectors.joining("\n"));
    }

    @Override
    public Map<String, NoticeChoice> convertToEntityAttribute(String stored) {
        return read(stored);
    }

    static Map<String, NoticeChoice> read(String stored) {
        return stored.lines()
                .map(line -> line.split(" "))
                .collect(Collectors.toUnmodifiableMap(
                        parts -> parts[0], parts -> new NoticeChoice(parts.length > 2, ByMail.valueOf(parts[1]))));
    }
}
