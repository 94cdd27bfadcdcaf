package org.caravanserai.agenda.planning;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.agenda.planning.Concern.Emphasis;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.StringSetConverter;

/** The rules that a meeting's organisers chose last. */
@Entity(name = "PlanRules")
class KeptRules extends Aggregate {

    private UUID meeting;

    private LocalTime dayStart;

    private LocalTime dayEnd;

    @Column(name = "grid_minutes")
    private int grid;

    @Column(name = "most_seconds")
    private int seconds;

    @Enumerated(EnumType.STRING)
    private PlanRules.TopicDays topicDays;

    @Convert(converter = StringSetConverter.class)
    private Set<String> emphases = new LinkedHashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected KeptRules() {}

    KeptRules(MeetingId meeting, PlanRules rules) {
        this.meeting = meeting.value();
        change(rules);
    }

    final void change(PlanRules rules) {
        dayStart = rules.dayStart();
        dayEnd = rules.dayEnd();
        grid = rules.grid();
        seconds = rules.seconds();
        topicDays = rules.topicDays();
        emphases = new LinkedHashSet<>();
        for (var concern : Concern.values()) {
            emphases.add(concern + "=" + rules.emphasis(concern));
        }
    }

    PlanRules rules() {
        var concerns = new EnumMap<Concern, Emphasis>(Concern.class);
        for (var each : emphases) {
            var sign = each.indexOf('=');
            concerns.put(Concern.valueOf(each.substring(0, sign)), Emphasis.valueOf(each.substring(sign + 1)));
        }
        return new PlanRules(dayStart, dayEnd, grid, seconds, topicDays, concerns);
    }
}
