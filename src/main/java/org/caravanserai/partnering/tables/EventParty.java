package org.caravanserai.partnering.tables;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.partnering.tables.solver.TablesProblem;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.Ids;
import org.caravanserai.platform.StringSetConverter;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Refusal;

/** Who takes part in an event: somebody who comes alone, or a delegation, which is at one table at a time. */
@Entity
@Table(name = "partnering_party")
class EventParty extends Aggregate {

    static final int LONGEST_NAME = 120;

    private UUID event;

    private String delegation;

    private String code = Ids.code();

    @Convert(converter = StringSetConverter.class)
    private Set<String> languages = new LinkedHashSet<>();

    private int leftFrom = TablesProblem.MOST_SLOTS;

    @SuppressWarnings("NullAway.Init")
    protected EventParty() {}

    EventParty(UUID event, String delegation, Set<String> languages) {
        this.event = event;
        describe(delegation, languages);
    }

    final void describe(String called, Set<String> speaks) {
        delegation = Clean.line(called);
        if (delegation.length() > LONGEST_NAME) {
            throw Refusal.at("name", "tables.refused.name", LONGEST_NAME);
        }
        if (speaks.isEmpty()) {
            throw Refusal.at("languages", "tables.refused.language");
        }
        languages = new LinkedHashSet<>(speaks);
    }

    UUID event() {
        return event;
    }

    /** The delegation's name; empty for somebody who comes alone. */
    String delegation() {
        return delegation;
    }

    /** The word with which others join a delegation. */
    String code() {
        return code;
    }

    Set<String> languages() {
        return Set.copyOf(languages);
    }

    /** She is not there any more from a slot on. */
    void leaveFrom(int slot) {
        leftFrom = slot;
    }

    boolean isThere(int slot) {
        return slot < leftFrom;
    }

    /** The slots before she leaves. */
    long there() {
        return Slots.before(leftFrom);
    }
}
