package org.caravanserai.partnering.tables;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.StringSetConverter;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Refusal;

/** Somebody who helps those who share no language. */
@Entity
@Table(name = "partnering_interpreter")
class EventInterpreter extends Aggregate {

    static final int LONGEST_NAME = 120;

    private UUID event;

    private String name;

    @Convert(converter = StringSetConverter.class)
    private Set<String> languages = new LinkedHashSet<>();

    private long awaySlots;

    @SuppressWarnings("NullAway.Init")
    protected EventInterpreter() {}

    EventInterpreter(UUID event, String name, Set<String> languages, long away) {
        this.event = event;
        describe(name, languages, away);
    }

    final void describe(String called, Set<String> speaks, long away) {
        name = Clean.line(called);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Refusal.at("name", "tables.refused.name", LONGEST_NAME);
        }
        if (speaks.size() < 2) {
            throw Refusal.at("languages", "tables.refused.twoLanguages");
        }
        languages = new LinkedHashSet<>(speaks);
        awaySlots = away;
    }

    UUID event() {
        return event;
    }

    String name() {
        return name;
    }

    Set<String> languages() {
        return Set.copyOf(languages);
    }

    /** The slots in which she cannot. */
    long away() {
        return awaySlots;
    }
}
