package org.caravanserai.mail;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** What is not sent any more to addresses without an account. */
interface StoppedMails extends JpaRepository<StoppedMail, UUID> {

    List<StoppedMail> findByAddressIn(Collection<String> addresses);

    Optional<StoppedMail> findByAddressAndKind(String address, String kind);
}
