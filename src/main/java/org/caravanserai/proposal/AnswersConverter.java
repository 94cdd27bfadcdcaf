package org.caravanserai.proposal;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps texts by key as a JSON object in one column. */
@Converter
class AnswersConverter implements AttributeConverter<Map<String, String>, String> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String convertToDatabaseColumn(@Nullable Map<String, String> texts) {
        return texts == null ? "{}" : JSON.writeValueAsString(texts);
    }

    @Override
    public Map<String, String> convertToEntityAttribute(@Nullable String json) {
        return json == null
                ? new LinkedHashMap<>()
                : JSON.readValue(json, new TypeReference<LinkedHashMap<String, String>>() {});
    }
}
