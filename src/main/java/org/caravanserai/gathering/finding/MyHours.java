package org.caravanserai.gathering.finding;

import java.time.ZoneId;
import org.caravanserai.people.Person;
import org.caravanserai.people.Persons;
import org.caravanserai.people.SignedIn;
import org.caravanserai.platform.Actor;
import org.caravanserai.text.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The acting person's own hours. Until she writes some down, those count that are usual in her country. */
@Service
public class MyHours {

    private final HoursOfPeople all;
    private final Persons persons;

    MyHours(HoursOfPeople all, Persons persons) {
        this.all = all;
        this.persons = persons;
    }

    /**
     * Hours as their owner sees them.
     *
     * @param version the version to base changes on
     * @param written whether she wrote them down herself
     */
    public record Own(long version, Hours hours, ZoneId zone, boolean written) {}

    /** Her hours. */
    @SignedIn
    @Transactional(readOnly = true)
    public Own read() {
        var me = me();
        return all.findByPerson(me.key())
                .map(kept -> new Own(kept.version(), kept.hours(), me.zone(), true))
                .orElseGet(() -> new Own(0, Hours.usual(me.country()), me.zone(), false));
    }

    /**
     * Writes them down.
     *
     * @param version the version looked at
     * @return the next version
     */
    @SignedIn
    @Transactional
    public long keep(long version, Hours hours) {
        var me = me();
        var kept = all.findByPerson(me.key());
        kept.ifPresent(each -> {
            each.requireVersion(version);
            each.write(hours);
        });
        return all.saveAndFlush(kept.orElseGet(() -> new KeptHours(me.id(), hours)))
                .version();
    }

    /** Says where she lives; the whole application tells her times by it. */
    @SignedIn
    @Transactional
    public void live(ZoneId zone) {
        var me = me();
        me.locate(me.language(), me.languages(), zone);
        persons.save(me);
    }

    /** Forgets what she wrote down, so that the usual hours count again. */
    @SignedIn
    @Transactional
    public void forget() {
        all.findByPerson(me().key()).ifPresent(all::delete);
    }

    private Person me() {
        return Actor.person().flatMap(persons::findById).orElseThrow(() -> Refusal.of("people.account.none"));
    }
}
