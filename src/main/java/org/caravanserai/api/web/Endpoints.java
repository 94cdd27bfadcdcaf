package org.caravanserai.api.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** All addresses that programs may ask, in the order of their paths. */
@Component
class Endpoints {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private volatile List<Known> found = List.of();

    Endpoints(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** A method and a path, and what answers there. */
    record Known(HttpMethod method, PathPattern path, Endpoint endpoint, HandlerMethod handler) {}

    /** All of them; they are known once the application has started. */
    List<Known> all() {
        if (found.isEmpty()) {
            found = find();
        }
        return found;
    }

    private List<Known> find() {
        var all = new ArrayList<Known>();
        mappings.stream()
                .forEach(mapping -> mapping.getHandlerMethods().forEach((info, handler) -> {
                    var endpoint = handler.getMethodAnnotation(Endpoint.class);
                    if (endpoint != null) {
                        var methods = info.getMethodsCondition().getMethods();
                        var patterns = Objects.requireNonNull(info.getPathPatternsCondition())
                                .getPatterns();
                        methods.forEach(method -> patterns.forEach(
                                pattern -> all.add(new Known(method.asHttpMethod(), pattern, endpoint, handler))));
                    }
                }));
        all.sort(Comparator.comparing((Known known) -> known.path().getPatternString())
                .thenComparing(known -> known.method().name()));
        return List.copyOf(all);
    }

    /** Whether anyone may read what is at an address. */
    boolean isPublished(String path) {
        var container = PathContainer.parsePath(path);
        return all().stream()
                .anyMatch(known -> known.endpoint().published() && known.path().matches(container));
    }
}
