package org.caravanserai.api.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks through what a request brought for what may not be left out and was. */
final class Complete {

    private Complete() {}

    /**
     * Refuses what is not complete.
     *
     * @param at where it stands in the body, such as {@code moves[3].place}
     * @return the same
     */
    static Object check(@Nullable Object sent, String at) {
        if (sent == null) {
            throw ApiProblem.body(at, "api.body.required");
        }
        switch (sent) {
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    check(list.get(i), at + "[" + i + "]");
                }
            }
            case Record members -> members(members, at.isEmpty() ? "" : at + ".");
            default -> {}
        }
        return sent;
    }

    private static void members(Record members, String prefix) {
        for (var component : members.getClass().getRecordComponents()) {
            try {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                @Nullable Object value = accessor.invoke(members);
                if (value != null || Schemas.isRequired(component)) {
                    check(value, prefix + component.getName());
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(Objects.toString(component), e);
            }
        }
    }
}
