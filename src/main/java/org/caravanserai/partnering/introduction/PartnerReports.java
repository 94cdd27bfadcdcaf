package org.caravanserai.partnering.introduction;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All reports. */
interface PartnerReports extends JpaRepository<PartnerReport, UUID> {}
