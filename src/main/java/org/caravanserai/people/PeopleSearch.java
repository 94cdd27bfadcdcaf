package org.caravanserai.people;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Finds people by their names or interests, for {@link PeopleFinding}. */
interface PeopleSearch extends Repository<Person, UUID> {

    String NAMED = " p.searchKey like :first escape '!' and p.searchKey like :second escape '!'"
            + " and p.searchKey like :third escape '!' order by p.searchKey, p.id";

    /** All whose folded names contain all of three words. */
    @Query("select p from Person p where" + NAMED)
    List<Person> named(String first, String second, String third, Limit limit);

    /** Of them those with an account that can be used, except whoever looks. */
    @Query("select p from Person p where p.id <> :me and exists (select 1 from Account a where a.person = p.id"
            + " and a.verifiedAt is not null and a.disabled = false) and" + NAMED)
    List<Person> reachable(UUID me, String first, String second, String third, Limit limit);

    /** Those of the same kind who have named a topic as one of their interests. */
    @Query(
            nativeQuery = true,
            value = "select p.* from person p where p.id <> :me and exists (select 1 from account a"
                    + " where a.person = p.id and a.verified_at is not null and a.disabled = false)"
                    + " and concat(',', p.interests, ',') like concat('%,', cast(:topic as varchar), ',%')"
                    + " order by p.search_key, p.id")
    List<Person> interestedIn(UUID me, String topic, Limit limit);
}
