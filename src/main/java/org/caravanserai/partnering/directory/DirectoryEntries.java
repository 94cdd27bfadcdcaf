package org.caravanserai.partnering.directory;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All entries of directories. */
interface DirectoryEntries extends JpaRepository<DirectoryEntry, UUID> {

    Optional<DirectoryEntry> findByMeetingAndPerson(UUID meeting, UUID person);

    boolean existsByMeetingAndPerson(UUID meeting, UUID person);
}
