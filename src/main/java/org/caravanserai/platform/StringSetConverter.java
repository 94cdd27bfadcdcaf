package org.caravanserai.platform;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps a small set of words without commas, such as language tags or keys, in one column, in its order. */
@Converter
public class StringSetConverter implements AttributeConverter<Set<String>, String> {

    @Override
    public String convertToDatabaseColumn(@Nullable Set<String> words) {
        return words == null ? "" : String.join(",", words);
    }

    @Override
    public Set<String> convertToEntityAttribute(@Nullable String column) {
        return column == null || column.isEmpty()
                ? new LinkedHashSet<>()
                : new LinkedHashSet<>(List.of(column.split(",")));
    }
}
