package org.caravanserai.api.web;

import java.util.Optional;
import org.caravanserai.text.PersonName;

/** A person's name in the forms that she gave. */
record NameData(
        @Says("As printed, in the order that the person uses; never to be split")
        String published,

        Optional<String> family,
        Optional<String> given,
        @Says("In the person's own script") Optional<String> nativeScript,

        @Says("The reading of a Japanese name, by which it is sorted")
        Optional<String> kana,

        Optional<String> patronymic) {

    static NameData of(PersonName name) {
        return new NameData(
                name.published(),
                Data.filled(name.family()),
                Data.filled(name.given()),
                Data.filled(name.nativeScript()),
                Data.filled(name.kana()),
                Data.filled(name.patronymic()));
    }
}
