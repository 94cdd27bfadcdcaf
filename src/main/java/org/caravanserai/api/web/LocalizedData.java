package org.caravanserai.api.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.caravanserai.text.LocalizedText;

/** A text in each language that it was written in, by BCP 47 tag; programs choose among them as they like. */
record LocalizedData(@JsonValue Map<String, String> texts) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    LocalizedData {}

    static LocalizedData of(LocalizedText text) {
        var byTag = new LinkedHashMap<String, String>();
        text.texts().forEach((language, words) -> byTag.put(language.tag(), words));
        return new LocalizedData(byTag);
    }
}
