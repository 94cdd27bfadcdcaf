package org.caravanserai.meeting.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Moments;

/** The zones in which a meeting may be: those of the six countries first, then all others. */
final class Zones {

    private static final List<ZoneId> OURS = List.of(
            ZoneId.of("Asia/Almaty"),
            ZoneId.of("Asia/Tashkent"),
            ZoneId.of("Asia/Samarkand"),
            ZoneId.of("Asia/Bishkek"),
            ZoneId.of("Asia/Dushanbe"),
            ZoneId.of("Asia/Ashgabat"),
            ZoneId.of("Asia/Tokyo"));

    private Zones() {}

    /** A field to choose one. */
    static ComboBox<ZoneId> field(Words words, String label) {
        var field = new ComboBox<ZoneId>(label);
        var all = new ArrayList<>(OURS);
        ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .sorted()
                .map(ZoneId::of)
                .filter(zone -> !OURS.contains(zone))
                .forEach(all::add);
        field.setItemLabelGenerator(zone -> Moments.city(words.language(), zone) + " (" + zone.getId() + ")");
        field.setItems(all);
        return field;
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
