package org.caravanserai.mail;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All notices. */
interface StoredNotices extends JpaRepository<Notice, UUID> {

    @Query("select count(n) > 0 from Notice n where n.message = :message and n.readAt is not null")
    boolean isRead(UUID message);
}
