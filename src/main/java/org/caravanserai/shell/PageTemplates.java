package org.caravanserai.shell;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Renders the precompiled templates of plain pages and mails to UTF-8. */
@Component
public class PageTemplates {

    private final TemplateEngine engine;

    PageTemplates(TemplateEngine engine) {
        this.engine = engine;
    }

    /**
     * Renders a template.
     *
     * @param name the template's path without {@code .jte}, such as {@code programme/day}
     * @param values its parameters by name; others are ignored
     */
    public byte[] render(String name, Map<String, ?> values) {
        var out = new Utf8ByteOutput();
        engine.render(name + ".jte", Map.copyOf(values), out);
        return out.toByteArray();
    }

    /** Whether there is such a template. */
    public boolean has(String name) {
        return engine.hasTemplate(name + ".jte");
    }
}
