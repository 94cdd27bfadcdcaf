package org.caravanserai.partnering.tables;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.caravanserai.partnering.tables.solver.TablesProblem;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Refusal;

/** A table of an event, at its place in the hall. */
@Entity
@Table(name = "partnering_table")
class EventTable extends Aggregate {

    static final int LONGEST_NAME = 60;
    static final int LARGEST = 40;

    private UUID event;

    private String name;

    @Column(name = "grid_x")
    private int across;

    @Column(name = "grid_y")
    private int down;

    private int lostFrom = TablesProblem.MOST_SLOTS;

    @SuppressWarnings("NullAway.Init")
    protected EventTable() {}

    EventTable(UUID event, String name, int across, int down) {
        this.event = event;
        describe(name, across, down);
    }

    final void describe(String called, int column, int row) {
        name = Clean.line(called);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Refusal.at("name", "tables.refused.name", LONGEST_NAME);
        }
        if (column < 1 || row < 1 || column > LARGEST || row > LARGEST) {
            throw Refusal.at("place", "tables.refused.place", LARGEST);
        }
        across = column;
        down = row;
    }

    UUID event() {
        return event;
    }

    String name() {
        return name;
    }

    int across() {
        return across;
    }

    int down() {
        return down;
    }

    /** It is not there any more from a slot on. */
    void loseFrom(int slot) {
        lostFrom = slot;
    }

    boolean isThere(int slot) {
        return slot < lostFrom;
    }

    /** The slots in which it is there. */
    long open() {
        return Slots.before(lostFrom);
    }
}
