package org.caravanserai.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where programs and their authors read what there is. */
@RestController
class DescriptionEndpoints {

    private final Description description;

    DescriptionEndpoints(Description description) {
        this.description = description;
    }

    @GetMapping("/api/v1/openapi.json")
    @Endpoint(summary = "This description", published = true, answers = Map.class)
    ResponseEntity<byte[]> openapi(HttpServletRequest request) {
        return Answers.published(description.openApi(), request);
    }
}
