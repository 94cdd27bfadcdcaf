package org.caravanserai.review.reviewing;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps a review's form as a JSON object in one column. */
@Converter
class ReviewFormConverter implements AttributeConverter<ReviewForm, String> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String convertToDatabaseColumn(@Nullable ReviewForm form) {
        return form == null ? "{}" : JSON.writeValueAsString(form.fields());
    }

    @Override
    public ReviewForm convertToEntityAttribute(@Nullable String json) {
        return json == null
                ? ReviewForm.EMPTY
                : ReviewForm.of(JSON.readValue(json, new TypeReference<Map<String, String>>() {}));
    }
}
