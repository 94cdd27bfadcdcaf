package org.caravanserai.mail;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** What single recipients of messages to groups get instead. */
interface GroupMessageEdits extends JpaRepository<GroupMessageEdit, UUID> {

    List<GroupMessageEdit> findByMessage(UUID message);

    Optional<GroupMessageEdit> findByMessageAndEmail(UUID message, String email);
}
