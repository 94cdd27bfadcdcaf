package org.caravanserai.proposal;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.caravanserai.text.LocalizedText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the options of a question as a JSON array in one column: {@code [{"key": "a", "en": "Yes", …}]}. */
@Converter
class OptionsConverter implements AttributeConverter<Question.Options, String> {

    private static final String KEY = "key";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String convertToDatabaseColumn(Question.@Nullable Options options) {
        if (options == null) {
            return "[]";
        }
        return JSON.writeValueAsString(options.list().stream()
                .map(option -> {
                    var fields = new LinkedHashMap<String, String>();
                    fields.put(KEY, option.key());
                    option.name().texts().forEach((language, text) -> fields.put(language.tag(), text));
                    return fields;
                })
                .toList());
    }

    @Override
    public Question.Options convertToEntityAttribute(@Nullable String column) {
        if (column == null) {
            return new Question.Options(List.of());
        }
        return new Question.Options(
                JSON.readValue(column, new TypeReference<List<LinkedHashMap<String, String>>>() {}).stream()
                        .map(OptionsConverter::option)
                        .toList());
    }

    private static Question.Option option(Map<String, String> fields) {
        var names = new LinkedHashMap<>(fields);
        names.remove(KEY);
        return new Question.Option(Objects.requireNonNull(fields.get(KEY)), LocalizedText.ofTags(names));
    }
}
