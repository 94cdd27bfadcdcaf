package org.caravanserai.partnering.tables;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps windows in one column, in their order. */
@Converter
class EventWindowsConverter implements AttributeConverter<List<EventWindow>, String> {

    @Override
    public String convertToDatabaseColumn(@Nullable List<EventWindow> windows) {
        if (windows == null) {
            return "";
        }
        return windows.stream()
                .map(window -> window.day() + " " + window.from() + " " + window.until())
                .collect(Collectors.joining(";"));
    }

    @Override
    public List<EventWindow> convertToEntityAttribute(@Nullable String column) {
        if (column == null) {
            return List.of();
        }
        return Arrays.stream(column.split(";"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split(" "))
                .map(part ->
                        new EventWindow(LocalDate.parse(part[0]), LocalTime.parse(part[1]), LocalTime.parse(part[2])))
                .toList();
    }
}
