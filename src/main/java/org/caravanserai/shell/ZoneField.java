package org.caravanserai.shell;

import com.vaadin.flow.component.combobox.ComboBox;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.caravanserai.text.Moments;
import org.caravanserai.text.Zones;

/** A field to choose a zone by its city: those of the six countries first, then all others. */
public class ZoneField extends ComboBox<ZoneId> {

    private static final long serialVersionUID = 1L;

    private static final List<ZoneId> OURS = List.of(
            ZoneId.of("Asia/Almaty"),
            ZoneId.of("Asia/Tashkent"),
            ZoneId.of("Asia/Samarkand"),
            ZoneId.of("Asia/Bishkek"),
            ZoneId.of("Asia/Dushanbe"),
            ZoneId.of("Asia/Ashgabat"),
            ZoneId.of("Asia/Tokyo"));

    /** A field in the words of its reader. */
    public ZoneField(Words words, String label) {
        super(label);
        setItemLabelGenerator(zone -> Moments.city(words.language(), zone) + " (" + zone.getId() + ")");
        setItems(all());
    }

    /** Shows a zone, one that is not offered too, such as UTC. */
    @Override
    public void setValue(@org.jspecify.annotations.Nullable ZoneId zone) {
        if (zone != null && !all().contains(zone)) {
            var more = all();
            more.addFirst(zone);
            setItems(more);
        }
        super.setValue(zone);
    }

    private static List<ZoneId> all() {
        var all = new ArrayList<>(OURS);
        Zones.ofPlaces().stream().filter(zone -> !OURS.contains(zone)).forEach(all::add);
        return all;
    }
}
