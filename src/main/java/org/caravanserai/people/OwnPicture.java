package org.caravanserai.people;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Objects;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.RateLimits;
import org.caravanserai.platform.StoredFiles;
import org.caravanserai.text.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The acting person's own picture: made anew from what she chose, replaced, removed, and put back. */
@Service
public class OwnPicture {

    /** The largest file that may be chosen, in bytes. */
    public static final int LARGEST = Portrait.LARGEST;

    private final Persons persons;
    private final StoredFiles files;
    private final RateLimits limits;
    private final TransactionTemplate transaction;

    OwnPicture(Persons persons, StoredFiles files, RateLimits limits, TransactionTemplate transaction) {
        this.persons = persons;
        this.files = files;
        this.limits = limits;
        this.transaction = transaction;
    }

    /** A picture that was removed and can be put back; only this service makes one. */
    public static final class Removed {

        private final byte[] jpeg;

        private Removed(byte[] jpeg) {
            this.jpeg = jpeg;
        }
    }

    /**
     * Shows another picture from now on.
     *
     * @param file a JPEG, PNG or GIF as it was chosen
     * @return where the picture is
     * @throws Refusal if the file is too large, of another kind, has too many pixels or is broken
     */
    @SignedIn
    public String show(byte[] file) {
        var person = mine();
        if (!limits.tryTake("picture", person.key().toString(), 30, Duration.ofHours(1))) {
            throw Refusal.at("picture", "profile.picture.often");
        }
        var jpeg = Portrait.of(file);
        return Objects.requireNonNull(transaction.execute(status -> put(jpeg)));
    }

    /** Takes the picture away; initials stand in its place. */
    @SignedIn
    @Transactional
    public Removed remove() {
        var person = mine();
        var jpeg = person.picture().map(files::bytes).orElseGet(() -> new byte[0]);
        person.picture().ifPresent(files::delete);
        person.show(null);
        persons.save(person);
        return new Removed(jpeg);
    }

    /** Puts a removed picture back. */
    @SignedIn
    @Transactional
    public void restore(Removed removed) {
        if (removed.jpeg.length > 0) {
            put(removed.jpeg);
        }
    }

    private String put(byte[] jpeg) {
        var person = mine();
        person.picture().ifPresent(files::delete);
        var key = files.store(new ByteArrayInputStream(jpeg));
        person.show(key);
        persons.save(person);
        return Pictures.address(person.code(), key);
    }

    private Person mine() {
        return Actor.person().flatMap(persons::findById).orElseThrow(() -> Refusal.of("people.account.none"));
    }
}
