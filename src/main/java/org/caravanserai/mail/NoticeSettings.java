package org.caravanserai.mail;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** What people have chosen; who has chosen nothing has no row. */
interface NoticeSettings extends JpaRepository<NoticeSetting, UUID> {

    Optional<NoticeSetting> findByPerson(UUID person);
}
