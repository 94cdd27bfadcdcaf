package org.caravanserai.shell;

import gg.jte.output.Utf8ByteOutput;
import java.util.Map;
import org.caravanserai.text.Language;
import org.caravanserai.text.Messages;
import org.springframework.mock.web.MockHttpServletRequest;

/** Readers of plain pages and the templates they read, without an application around them. */
public final class PlainReaders {

    private static final Messages MESSAGES = new Messages();

    private PlainReaders() {}

    /** A reader of a language. */
    public static PageReader of(Language language) {
        var request = new MockHttpServletRequest();
        request.setParameter("lang", language.tag());
        return PageReader.of(request, MESSAGES, new Assets());
    }

    /** A template's bytes. */
    public static byte[] render(String template, Map<String, Object> values) {
        var out = new Utf8ByteOutput();
        PageConfiguration.templateEngine().render(template + ".jte", values, out);
        return out.toByteArray();
    }
}
