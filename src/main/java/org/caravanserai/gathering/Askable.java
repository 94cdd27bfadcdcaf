package org.caravanserai.gathering;

import java.util.Collection;
import java.util.HashSet;
import org.caravanserai.people.Concealment;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.text.Refusal;
import org.springframework.stereotype.Component;

/** Says whom a person may ask. Whoever keeps apart from her, or she from them, is to her as if there were no such person. */
@Component
class Askable {

    private final Persons persons;
    private final Concealment concealment;

    Askable(Persons persons, Concealment concealment) {
        this.persons = persons;
        this.concealment = concealment;
    }

    /**
     * Refuses whom a person cannot ask.
     *
     * @throws Refusal the same whether somebody is not there or kept apart
     */
    void require(PersonId by, Collection<PersonId> whom) {
        var others = new HashSet<>(whom);
        others.remove(by);
        if (others.isEmpty()) {
            return;
        }
        var there = persons.findAllById(others.stream().map(PersonId::value).toList());
        var hidden = concealment.hiddenFrom(by);
        if (there.size() < others.size() || others.stream().anyMatch(hidden::contains)) {
            throw Refusal.at("people", "appointment.people.gone");
        }
    }
}
