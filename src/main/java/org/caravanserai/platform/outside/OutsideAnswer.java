package org.caravanserai.platform.outside;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an address answered, whatever its status.
 *
 * @param status the HTTP status
 * @param headers the headers by their names in small letters; of one that came more than once, all values with commas
 * @param body the bytes, as they came
 */
public record OutsideAnswer(int status, Map<String, String> headers, byte[] body) {

    private static final Pattern CHARSET = Pattern.compile("charset=\"?([A-Za-z0-9._-]+)", Pattern.CASE_INSENSITIVE);

    /** Whether it did what was asked. */
    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** Whether nothing changed since what was seen. */
    public boolean unchanged() {
        return status == 304;
    }

    /** The value of a header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** What to say when asking again. */
    public OutsideSeen seen() {
        return new OutsideSeen(
                header("etag").orElse(""), header("last-modified").orElse(""));
    }

    /** The body as text in the encoding that the answer names, else in UTF-8. */
    public String text() {
        var named = CHARSET.matcher(header("content-type").orElse(""));
        if (named.find()) {
            try {
                return new String(body, Charset.forName(named.group(1)));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                return new String(body, StandardCharsets.UTF_8);
            }
        }
        return new String(body, StandardCharsets.UTF_8);
    }
}
