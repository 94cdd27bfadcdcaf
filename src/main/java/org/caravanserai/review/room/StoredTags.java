package org.caravanserai.review.room;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface StoredTags extends Repository<ProposalTag, UUID> {

    List<ProposalTag> findByMeetingAndLabelAndProposalIn(UUID meeting, String label, Collection<UUID> proposals);

    List<ProposalTag> saveAll(Iterable<ProposalTag> tags);

    void deleteAll(Iterable<? extends ProposalTag> tags);
}
