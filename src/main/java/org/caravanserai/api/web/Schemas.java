package org.caravanserai.api.web;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** JSON schemas of the records that are sent and answered; each stands once, under its name. */
final class Schemas {

    private final Map<String, Object> named = new TreeMap<>();
    private final Map<String, Class<?>> taken = new HashMap<>();

    /** All schemas that were referred to, by name. */
    Map<String, Object> named() {
        return named;
    }

    /** The schema of a page of a list. */
    Map<String, Object> page(Class<?> rows) {
        var name = name(rows) + "Page";
        if (taken.put(name, rows) == null) {
            var members = new LinkedHashMap<String, Object>();
            members.put("items", ApiJson.members("type", "array", "items", of(rows)));
            members.put(
                    "next",
                    ApiJson.members(
                            "type", "string", "description", "The cursor of the next page; left out on the last"));
            named.put(name, object(members, List.of("items")));
        }
        return reference(name);
    }

    /** The schema of a type. */
    Map<String, Object> of(Type type) {
        if (type instanceof ParameterizedType generic) {
            var argument = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == Optional.class) {
                return of(argument);
            }
            if (generic.getRawType() == List.class) {
                return ApiJson.members("type", "array", "items", of(argument));
            }
        }
        if (type == String.class) {
            return ApiJson.members("type", "string");
        }
        if (type == int.class || type == Integer.class) {
            return ApiJson.members("type", "integer", "format", "int32");
        }
        if (type == long.class || type == Long.class) {
            return ApiJson.members("type", "integer", "format", "int64");
        }
        if (type == boolean.class) {
            return ApiJson.members("type", "boolean");
        }
        if (type == Instant.class) {
            return ApiJson.members("type", "string", "format", "date-time");
        }
        if (type == LocalDate.class) {
            return ApiJson.members("type", "string", "format", "date");
        }
        if (type == UUID.class) {
            return ApiJson.members("type", "string", "format", "uuid");
        }
        if (type instanceof Class<?> known && known.isEnum()) {
            return ApiJson.members(
                    "type",
                    "string",
                    "enum",
                    Arrays.stream(known.getEnumConstants())
                            .map(Object::toString)
                            .toList());
        }
        if (type instanceof Class<?> known && known.isRecord()) {
            return record(known);
        }
        throw new IllegalStateException("no schema for " + type);
    }

    private Map<String, Object> record(Class<?> type) {
        var name = name(type);
        var before = taken.put(name, type);
        if (before != null && before != type) {
            throw new IllegalStateException(before + " and " + type + " share a name");
        }
        if (before == null) {
            named.put(name, type == LocalizedData.class ? localized() : members(type));
        }
        return reference(name);
    }

    private Map<String, Object> members(Class<?> type) {
        var members = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        for (var component : type.getRecordComponents()) {
            members.put(component.getName(), described(of(component.getGenericType()), component));
            if (isRequired(component)) {
                required.add(component.getName());
            }
        }
        return object(members, required);
    }

    /** Whether a member may not be left out. */
    static boolean isRequired(RecordComponent component) {
        return component.getType() != Optional.class
                && !component.getAnnotatedType().isAnnotationPresent(org.jspecify.annotations.Nullable.class);
    }

    /** A schema with what its place says of it. */
    static Map<String, Object> described(Map<String, Object> schema, AnnotatedElement place) {
        var says = place.getAnnotation(Says.class);
        if (says == null) {
            return schema;
        }
        var described = new LinkedHashMap<>(schema);
        described.put("description", says.value());
        return described;
    }

    private static Map<String, Object> object(Map<String, Object> members, List<String> required) {
        var object = new LinkedHashMap<String, Object>();
        object.put("type", "object");
        object.put("properties", members);
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        return object;
    }

    private static Map<String, Object> localized() {
        return ApiJson.members(
                "type",
                "object",
                "description",
                "A text in each language that it was written in, by BCP 47 tag",
                "additionalProperties",
                ApiJson.members("type", "string"));
    }

    private static Map<String, Object> reference(String name) {
        return ApiJson.members("$ref", "#/components/schemas/" + name);
    }

    private static String name(Class<?> type) {
        return type.getSimpleName().replaceFirst("Data$", "");
    }
}
