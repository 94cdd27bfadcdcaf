package org.caravanserai.agenda.conflict;

import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session made ready to be compared with thousands of others: what is looked up once here is not looked up for each pair.
 *
 * @param people its people
 * @param lanes of each of its people, in the same order, where she is
 * @param topicLane where its main topic is; null for none
 * @param topic the number of its main topic; {@link Profiles#NO_TOPIC} for none
 * @param topics the numbers of all its topics
 * @param similar the numbers of the topics that are similar to its main one
 * @param listeners who wants to hear it, a bit for each
 */
record Profile(
        SessionFacts facts,
        List<UUID> people,
        List<Lane> lanes,
        @Nullable Lane topicLane,
        int topic,
        BitSet topics,
        BitSet similar,
        long[] listeners) {

    /** How many people want to hear both. */
    int listenersOfBoth(Profile other) {
        var both = 0;
        for (int i = Math.min(listeners.length, other.listeners.length) - 1; i >= 0; i--) {
            both += Long.bitCount(listeners[i] & other.listeners[i]);
        }
        return both;
    }

    /** Its main topic alone. */
    BitSet mainTopic() {
        var main = new BitSet();
        if (topic != Profiles.NO_TOPIC) {
            main.set(topic);
        }
        return main;
    }

    /** Whether the two have different main topics, but one in common or similar main ones. */
    boolean isSimilarTo(Profile other) {
        return topic != Profiles.NO_TOPIC
                && other.topic != Profiles.NO_TOPIC
                && topic != other.topic
                && (similar.get(other.topic) || topics.intersects(other.topics));
    }

    /** The numbers of the topics for which the two are similar: those of both, or else their main ones. */
    BitSet similarTopics(Profile other) {
        var common = (BitSet) topics.clone();
        common.and(other.topics);
        if (common.isEmpty()) {
            common.set(topic);
            common.set(other.topic);
        }
        return common;
    }
}
