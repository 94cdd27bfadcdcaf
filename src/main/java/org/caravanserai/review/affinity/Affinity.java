package org.caravanserai.review.affinity;

import java.util.List;
import java.util.UUID;

/**
 * How well a reviewer suits a proposal, and why.
 *
 * @param score from 0 (not at all) to 1
 * @param topics how far her topics cover the proposal's, from 0 to 1
 * @param text how near her own works are to its words, from 0 to 1
 * @param sharedTopics keys of the topics that both have, the strongest first
 * @param sharedWords words of the proposal that speak most for her, the strongest first; at most eight
 * @param reads whether she can judge in a language in which the proposal can be read
 * @param follows whether she can judge in the language of the talk
 */
public record Affinity(
        double score,
        double topics,
        double text,
        List<UUID> sharedTopics,
        List<String> sharedWords,
        boolean reads,
        boolean follows) {}
