package org.caravanserai.mail;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All messages to groups. */
interface GroupMessages extends JpaRepository<GroupMessage, UUID> {

    Optional<GroupMessage> findFirstByMeetingAndAuthorAndStateOrderByIdDesc(
            UUID meeting, UUID author, GroupMessage.State state);

    Optional<GroupMessage> findByIdAndMeeting(UUID id, UUID meeting);
}
