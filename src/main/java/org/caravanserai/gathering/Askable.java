package org.caravanserai.gathering;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.Concealment;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.text.Refusal;
import org.springframework.stereotype.Component;

/** Says whom a person may ask. Whoever keeps apart from her, or she from them, is to her as if there were no such person. */
@Component
public class Askable {

    private final Persons persons;
    private final Accounts accounts;
    private final Concealment concealment;

    Askable(Persons persons, Accounts accounts, Concealment concealment) {
        this.persons = persons;
        this.accounts = accounts;
        this.concealment = concealment;
    }

    /** Those who are kept apart from a person, by their profile or by the address of their account. */
    public final class Apart {

        private final Set<PersonId> hidden;

        private Apart(Set<PersonId> hidden) {
            this.hidden = hidden;
        }

        /** Whether this is one of them. */
        public boolean has(PersonId person) {
            return hidden.contains(person);
        }

        /** Whether one of them signs in with this address. */
        public boolean has(EmailAddress address) {
            return !hidden.isEmpty()
                    && accounts.findByEmail(address.value())
                            .filter(account -> has(account.person()))
                            .isPresent();
        }
    }

    /** Those who are kept apart from a person. Nobody is to be told who they are, she least of all. */
    public Apart apartFrom(PersonId person) {
        return new Apart(concealment.hiddenFrom(person));
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
        if (there.size() < others.size() || others.stream().anyMatch(apartFrom(by)::has)) {
            throw Refusal.at("people", "appointment.people.gone");
        }
    }
}
