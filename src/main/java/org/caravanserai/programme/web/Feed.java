package org.caravanserai.programme.web;

import org.caravanserai.text.Language;

/**
 * A calendar as pages offer it. Its address states the language, as calendar applications do not.
 *
 * @param address of the calendar as a file
 * @param subscription the same for the device's calendar application, which then keeps up with changes
 */
public record Feed(String address, String subscription) {

    /** The calendar at a whole address. */
    static Feed at(String address, Language language) {
        var stated = address + "?lang=" + language.tag();
        return new Feed(stated, stated.replaceFirst("^https?:", "webcal:"));
    }
}
