package org.caravanserai.people;

import java.util.Optional;
import java.util.UUID;
import org.caravanserai.platform.StoredFiles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The pictures of people, for whoever may see the people: they show them on programmes and to each other. */
@Service
public class Pictures {

    private final Persons persons;
    private final StoredFiles files;

    Pictures(Persons persons, StoredFiles files) {
        this.persons = persons;
        this.files = files;
    }

    /**
     * A picture.
     *
     * @param key changes with every new picture
     * @param jpeg made by us, of pixels alone
     */
    public record Picture(UUID key, byte[] jpeg) {}

    /** The address of a person's picture; another picture has another address. */
    public static String address(String code, UUID picture) {
        return "/people/" + code + "/picture?v=" + picture;
    }

    /** Which picture a person shows now; empty if none. */
    @Everyone
    @Transactional(readOnly = true)
    public Optional<UUID> current(String code) {
        return persons.findByCode(code).flatMap(Person::picture);
    }

    /** The picture that a person shows now; empty if none. */
    @Everyone
    @Transactional(readOnly = true)
    public Optional<Picture> of(String code) {
        return current(code).map(key -> new Picture(key, files.bytes(key)));
    }
}
