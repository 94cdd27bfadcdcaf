package org.caravanserai.gathering.booking;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.UUID;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.Ids;

/** The hours in which one person may be booked. */
@Entity
class OfficeHours extends Aggregate {

    private UUID person;

    private String code = Ids.code();

    private boolean open;

    private String intro;

    private String place;

    private int minutes;

    private int pause;

    private int dayLimit;

    private int noticeHours;

    private int horizonDays;

    private boolean approval;

    private String questions;

    private String week;

    @Column(name = "single_days")
    private String days;

    @SuppressWarnings("NullAway.Init")
    protected OfficeHours() {}

    OfficeHours(PersonId person, BookingRules rules) {
        this.person = person.value();
        write(rules);
    }

    PersonId person() {
        return new PersonId(person);
    }

    /** What the address of the page ends in. */
    String code() {
        return code;
    }

    boolean isOpen() {
        return open;
    }

    BookingRules rules() {
        return new BookingRules(
                open,
                intro,
                place,
                minutes,
                pause,
                dayLimit,
                noticeHours,
                horizonDays,
                approval,
                questions.isEmpty() ? List.of() : List.of(questions.split("\n", -1)),
                BookingRules.parseWeek(week),
                BookingRules.parseDays(days));
    }

    final void write(BookingRules rules) {
        this.open = rules.open();
        this.intro = rules.intro();
        this.place = rules.place();
        this.minutes = rules.minutes();
        this.pause = rules.pause();
        this.dayLimit = rules.dayLimit();
        this.noticeHours = rules.noticeHours();
        this.horizonDays = rules.horizonDays();
        this.approval = rules.approval();
        this.questions = String.join("\n", rules.questions());
        this.week = rules.weekText();
        this.days = rules.daysText();
    }

    /** Gives the page another address; the one before leads nowhere. */
    void move() {
        code = Ids.code();
    }
}
