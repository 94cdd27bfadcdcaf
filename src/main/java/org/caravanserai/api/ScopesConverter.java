package org.caravanserai.api;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps scopes in one column. One that this version does not know gives nothing. */
@Converter
class ScopesConverter implements AttributeConverter<Set<Scope>, String> {

    @Override
    public String convertToDatabaseColumn(@Nullable Set<Scope> scopes) {
        return scopes == null ? "" : scopes.stream().map(Scope::id).sorted().collect(Collectors.joining(" "));
    }

    @Override
    public Set<Scope> convertToEntityAttribute(@Nullable String column) {
        return column == null ? Set.of() : read(column);
    }

    static Set<Scope> read(String column) {
        var scopes = EnumSet.noneOf(Scope.class);
        Arrays.stream(column.split(" ")).flatMap(id -> Scope.of(id).stream()).forEach(scopes::add);
        return Collections.unmodifiableSet(scopes);
    }
}
