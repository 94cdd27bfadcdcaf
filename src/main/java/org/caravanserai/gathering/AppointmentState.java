package org.caravanserai.gathering;

import java.util.EnumSet;
import java.util.Set;

/** Where an appointment stands, and what it may become. */
public enum AppointmentState {
    /** Its organiser is still writing it; nobody else knows of it. */
    DRAFT,
    /** The participants have been asked. */
    PROPOSED,
    /** It takes place. */
    AGREED,
    /** It was agreed and then moved, and the participants have been asked again. */
    CHANGED,
    /** It does not take place. */
    CANCELLED,
    /** It has taken place. */
    HELD;

    /** Those in which the participants' answers are awaited or may still change. */
    public static final Set<AppointmentState> OPEN = Set.copyOf(EnumSet.of(PROPOSED, AGREED, CHANGED));

    /** Those in which it keeps its participants from other things. */
    public static final Set<AppointmentState> TAKES_TIME = Set.copyOf(EnumSet.of(AGREED, CHANGED, HELD));

    /** Whether it may become this next. */
    boolean mayBecome(AppointmentState next) {
        return switch (this) {
            case DRAFT -> next == PROPOSED || next == AGREED;
            case PROPOSED -> next == PROPOSED || next == AGREED || next == CANCELLED;
            case AGREED -> next == CHANGED || next == CANCELLED || next == HELD;
            case CHANGED -> next == CHANGED || next == AGREED || next == CANCELLED || next == HELD;
            case CANCELLED, HELD -> false;
        };
    }

    /** Whether its participants may still answer. */
    public boolean isOpen() {
        return OPEN.contains(this);
    }
}
