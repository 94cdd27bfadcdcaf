package org.caravanserai.review.reviewing;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import java.util.TreeMap;
import org.caravanserai.text.LocalizedText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the words for scores as a JSON object in one column. */
@Converter
class ScaleLabelsConverter implements AttributeConverter<Map<Integer, LocalizedText>, String> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String convertToDatabaseColumn(@Nullable Map<Integer, LocalizedText> labels) {
        var written = new TreeMap<Integer, String>();
        if (labels != null) {
            labels.forEach((score, words) -> written.put(score, words.toJson()));
        }
        return JSON.writeValueAsString(written);
    }

    @Override
    public Map<Integer, LocalizedText> convertToEntityAttribute(@Nullable String json) {
        var labels = new TreeMap<Integer, LocalizedText>();
        if (json != null) {
            JSON.readValue(json, new TypeReference<Map<Integer, String>>() {})
                    .forEach((score, words) -> labels.put(score, LocalizedText.fromJson(words)));
        }
        return labels;
    }
}
