package org.caravanserai.meeting.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.time.ZoneId;
import org.caravanserai.shell.Words;
import org.caravanserai.shell.ZoneField;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Moments;

/** The zones in which a meeting may be: chosen by their city. */
final class Zones {

    private Zones() {}

    /** A field to choose one. */
    static ComboBox<ZoneId> field(Words words, String label) {
        return new ZoneField(words, label);
    }

    /** The city that names a zone, in every language. */
    static LocalizedText city(ZoneId zone) {
        var city = LocalizedText.EMPTY;
        for (var language : Language.values()) {
            city = city.with(language, Moments.city(language, zone));
        }
        return city;
    }
}
