package org.caravanserai.people;

import java.util.Locale;
import java.util.regex.Pattern;
import org.caravanserai.text.Refusal;

/**
 * An e-mail address, in lower case. Its size is checked first, then its characters, then its form: enough to keep header
 * injection and typing errors out; whether it can be delivered to, only a message tells.
 */
public record EmailAddress(String value) {

    private static final Pattern FORM = Pattern.compile(
            "[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+");

    /** @throws Refusal if it is not an address */
    public EmailAddress {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (value.length() > 254 || !FORM.matcher(value).matches()) {
            throw Refusal.at("email", "people.email.malformed");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
