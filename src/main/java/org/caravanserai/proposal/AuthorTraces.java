package org.caravanserai.proposal;

import java.util.ArrayList;
import org.caravanserai.people.InstitutionDirectory;
import org.caravanserai.text.Language;
import org.caravanserai.text.Messages;
import org.caravanserai.text.PersonName;
import org.springframework.stereotype.Component;

/** Knows what gives the authors of a proposal away: who is on it, answered or not, and where they work. */
@Component
class AuthorTraces {

    private final Contributors contributors;
    private final InstitutionDirectory institutions;
    private final Messages messages;

    AuthorTraces(Contributors contributors, InstitutionDirectory institutions, Messages messages) {
        this.contributors = contributors;
        this.institutions = institutions;
        this.messages = messages;
    }

    /** What gives them away. */
    Giveaways of(ProposalId proposal) {
        var names = new ArrayList<PersonName>();
        var affiliations = new ArrayList<String>();
        var houses = new ArrayList<java.util.UUID>();
        for (var named : contributors.named(proposal.value())) {
            var person = named.getPerson();
            names.add(
                    person == null ? PersonName.published(named.getContributor().invitedName()) : person.name());
            if (person != null) {
                affiliations.add(person.affiliation());
                person.institution().ifPresent(houses::add);
            }
        }
        affiliations.addAll(institutions.names(houses));
        return new Giveaways(names, affiliations);
    }

    /** A text of a proposal with all of that hidden, in the language of its field. */
    String hide(Giveaways giveaways, String field, String text) {
        return giveaways.hide(text, instead(field));
    }

    /** What stands for what is hidden. */
    private String instead(String field) {
        var tag = field.substring(field.indexOf('.') + 1);
        return messages.get(Language.ofTag(tag).orElse(Language.EN), "veil.hidden");
    }
}
