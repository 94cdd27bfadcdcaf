package org.caravanserai.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All roles given. */
public interface RoleGrants extends JpaRepository<RoleGrant, UUID> {

    List<RoleGrant> findByPerson(UUID person);

    List<RoleGrant> findByMeeting(UUID meeting);

    Optional<RoleGrant> findByPersonAndRoleAndMeeting(UUID person, Role role, UUID meeting);

    boolean existsByRole(Role role);
}
