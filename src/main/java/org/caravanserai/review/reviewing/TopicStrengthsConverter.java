package org.caravanserai.review.reviewing;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps how well a reviewer knows topics, by the topics' keys, as a JSON object in one column. */
@Converter
class TopicStrengthsConverter implements AttributeConverter<Map<UUID, Integer>, String> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String convertToDatabaseColumn(@Nullable Map<UUID, Integer> strengths) {
        return strengths == null ? "{}" : JSON.writeValueAsString(strengths);
    }

    @Override
    public Map<UUID, Integer> convertToEntityAttribute(@Nullable String json) {
        return json == null ? new LinkedHashMap<>() : read(json);
    }

    static Map<UUID, Integer> read(String json) {
        return JSON.readValue(json, new TypeReference<LinkedHashMap<UUID, Integer>>() {});
    }
}
