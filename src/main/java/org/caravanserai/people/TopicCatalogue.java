package org.caravanserai.people;

import java.util.List;
import org.caravanserai.text.LocalizedText;

/** Offers the topics that a person may be interested in. Implemented by whoever knows topics. */
public interface TopicCatalogue {

    /** The topics that are offered to everybody, in their order. */
    List<Offered> topics();

    /**
     * One topic.
     *
     * @param key the same for the same topic over all meetings, such as {@code aral-sea}
     * @param hue 0 to 359, from which its stripe and tint are made
     */
    record Offered(String key, LocalizedText name, int hue) {}
}
