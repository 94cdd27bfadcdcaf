package org.caravanserai.proposal;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.NotAudited;

/** What the columns of a meeting's last sheet meant: the next one begins with it. */
@Entity
@NotAudited
class SheetMapping extends Aggregate {

    private UUID meeting;

    @Convert(converter = AnswersConverter.class)
    private Map<String, String> mapping = new LinkedHashMap<>();

    @SuppressWarnings("NullAway.Init")
    protected SheetMapping() {}

    SheetMapping(MeetingId meeting) {
        this.meeting = meeting.value();
    }

    Map<String, String> mapping() {
        return Map.copyOf(mapping);
    }

    /** Learns more; what is known of other columns stays. */
    void learn(Map<String, String> more) {
        var all = new LinkedHashMap<>(mapping);
        all.putAll(more);
        mapping = all;
    }
}
