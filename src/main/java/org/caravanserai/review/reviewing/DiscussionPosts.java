package org.caravanserai.review.reviewing;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All posts, taken back ones too. */
interface DiscussionPosts extends JpaRepository<DiscussionPost, UUID> {}
