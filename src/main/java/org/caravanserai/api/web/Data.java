package org.caravanserai.api.web;

import java.util.Optional;

/** What records of data share. */
final class Data {

    private Data() {}

    /** A text that is left out where there is none. */
    static Optional<String> filled(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** A number that is left out where it is not known. */
    static Optional<Integer> positive(int number) {
        return number > 0 ? Optional.of(number) : Optional.empty();
    }
}
