package org.caravanserai.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.text.LocalizedText;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All institutions of the directory. */
interface Institutions extends JpaRepository<Institution, UUID> {

    Optional<Institution> findByRor(String ror);

    /**
     * The institutions that a person may mean, the likeliest first: an exact acronym, a name that begins so, a word that
     * does, any other; the shorter name first among equals.
     */
    @Query("""
            select new org.caravanserai.people.Institutions$Row(
                i.id, i.ror, i.state, i.country, i.city, i.name, i.printedName, i.sortKey)
            from Institution i
            where i.state = org.caravanserai.people.InstitutionState.ACTIVE
              and i.searchKey like :word1 and i.searchKey like :word2
              and i.searchKey like :word3 and i.searchKey like :word4
            order by case when i.searchKey like :acronym then 0
                          when i.searchKey like :begin then 1
                          when i.searchKey like :inside then 2
                          else 3 end,
                     length(i.printedName), i.sortKey, i.id
            """)
    List<Row> search(
            String word1,
            String word2,
            String word3,
            String word4,
            String acronym,
            String begin,
            String inside,
            Limit limit);

    @Query("""
            select new org.caravanserai.people.Institutions$Row(
                i.id, i.ror, i.state, i.country, i.city, i.name, i.printedName, i.sortKey)
            from Institution i where i.id in :keys
            """)
    List<Row> rows(Collection<UUID> keys);

    /** A page of the administrators' list after a place in it; filters that are empty let everything through. */
    @Query("""
            select new org.caravanserai.people.Institutions$Row(
                i.id, i.ror, i.state, i.country, i.city, i.name, i.printedName, i.sortKey)
            from Institution i
            where (:country = '' or i.country = :country) and i.state in :states
              and i.searchKey like :word1 and i.searchKey like :word2
              and i.searchKey like :word3 and i.searchKey like :word4
              and (i.sortKey > :afterName or (i.sortKey = :afterName and i.id > :afterKey))
            order by i.sortKey, i.id
            """)
    List<Row> page(
            String country,
            Collection<InstitutionState> states,
            String word1,
            String word2,
            String word3,
            String word4,
            String afterName,
            UUID afterKey,
            Limit limit);

    @Query("""
            select new org.caravanserai.people.Institutions$Count(i.country, i.state, count(i))
            from Institution i
            where i.searchKey like :word1 and i.searchKey like :word2
              and i.searchKey like :word3 and i.searchKey like :word4
            group by i.country, i.state
            """)
    List<Count> count(String word1, String word2, String word3, String word4);

    /** An institution as lists show it. */
    record Row(
            UUID key,
            String ror,
            InstitutionState state,
            String country,
            String city,
            LocalizedText name,
            String printedName,
            String sortKey) {}

    /** How many institutions of one country are in one state. */
    record Count(String country, InstitutionState state, long number) {}
}
