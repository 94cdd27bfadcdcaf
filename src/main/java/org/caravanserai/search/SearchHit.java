package org.caravanserai.search;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.caravanserai.people.InstitutionDirectory;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;

/** Something found, as far as the person who searched may see it. */
public sealed interface SearchHit {

    /**
     * A session of a published programme.
     *
     * @param slug its meeting's address
     * @param texts what else is said of it: its abstract, its talks, topics and room
     * @param people who takes part
     * @param zone the meeting's zone
     * @param city the city that names the zone
     */
    record OfSession(
            String slug,
            String code,
            LocalizedText title,
            List<LocalizedText> texts,
            List<PersonName> people,
            LocalizedText meeting,
            Instant start,
            ZoneId zone,
            LocalizedText city,
            boolean cancelled)
            implements SearchHit {}

    /**
     * A proposal.
     *
     * @param title as it may be read by the person who searched; may be empty in a draft
     * @param texts its abstract, as she may read it
     * @param people who is on it; none where she may not learn that
     * @param own whether it is her own
     */
    record OfProposal(
            String slug,
            String code,
            LocalizedText title,
            List<LocalizedText> texts,
            List<PersonName> people,
            LocalizedText meeting,
            ProposalState state,
            boolean own)
            implements SearchHit {}

    /**
     * A person.
     *
     * @param page the address of her page in a published programme; empty if she is in none
     */
    record OfPerson(PersonName name, String affiliation, String country, String page) implements SearchHit {}

    /** An institution. */
    record OfInstitution(InstitutionDirectory.Found institution) implements SearchHit {}
}
