package org.caravanserai.text;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Keeps a {@link LocalizedText} as a JSON object in one column, alike on every database. */
@Converter(autoApply = true)
class LocalizedTextConverter implements AttributeConverter<LocalizedText, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable LocalizedText text) {
        return text == null ? null : text.toJson();
    }

    @Override
    public @Nullable LocalizedText convertToEntityAttribute(@Nullable String json) {
        return json == null ? null : LocalizedText.fromJson(json);
    }
}
