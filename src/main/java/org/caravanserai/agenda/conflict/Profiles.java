package org.caravanserai.agenda.conflict;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.caravanserai.agenda.conflict.AgendaFacts.TopicFacts;
import org.caravanserai.agenda.conflict.Conflict.Detail;
import org.caravanserai.text.LocalizedText;

/** Numbers people and topics, so that what two sessions have in common is found bit by bit. */
final class Profiles {

    /** The number of no topic. */
    static final int NO_TOPIC = -1;

    private static final long[] NOBODY = {};

    private final Map<UUID, Integer> people = new HashMap<>();
    private final Map<UUID, Integer> topics = new HashMap<>();
    private final List<BitSet> similar = new ArrayList<>();
    private final List<LocalizedText> names = new ArrayList<>();
    private final Map<BitSet, Detail> named = new HashMap<>();
    private final Map<UUID, Lane> byPerson = new HashMap<>();
    private final Map<UUID, Lane> byTopic = new HashMap<>();
    private final boolean countsListeners;

    /** {@code countsListeners} is whether anybody will ask who wants to hear what. */
    Profiles(Map<UUID, TopicFacts> facts, boolean countsListeners) {
        this.countsListeners = countsListeners;
        // In the order of their keys, so that their names always come in one order.
        var ordered = new TreeMap<>(facts);
        ordered.forEach((key, topic) -> {
            topics.put(key, names.size());
            names.add(topic.name());
            similar.add(new BitSet());
        });
        ordered.forEach((key, topic) -> topic.similar().forEach(other -> {
            var one = number(key);
            var two = number(other);
            similar.get(one).set(two);
            similar.get(two).set(one);
        }));
    }

    Profile of(SessionFacts facts) {
        var persons = List.copyOf(facts.people());
        var lanes = new ArrayList<Lane>(persons.size());
        for (var person : persons) {
            lanes.add(byPerson.computeIfAbsent(person, p -> new Lane()));
        }
        var about = new BitSet();
        var main = NO_TOPIC;
        for (var topic : facts.topics()) {
            var number = number(topic);
            about.set(number);
            main = main == NO_TOPIC ? number : main;
        }
        return new Profile(
                facts,
                persons,
                lanes,
                main == NO_TOPIC ? null : byTopic.computeIfAbsent(facts.topics().getFirst(), t -> new Lane()),
                main,
                about,
                main == NO_TOPIC ? about : similar.get(main),
                countsListeners ? listeners(facts) : NOBODY);
    }

    /** Its own people are there anyway: they are no audience. */
    private long[] listeners(SessionFacts facts) {
        var bits = NOBODY;
        for (var person : facts.interested()) {
            var known = people.putIfAbsent(person, people.size());
            var number = known == null ? people.size() - 1 : known;
            if (number >> 6 >= bits.length) {
                bits = java.util.Arrays.copyOf(bits, Math.max((number >> 6) + 1, (people.size() + 63) / 64));
            }
            bits[number >> 6] |= 1L << number;
        }
        if (bits.length > 0) {
            for (var person : facts.people()) {
                var number = people.getOrDefault(person, -1);
                if (number >= 0 && number >> 6 < bits.length) {
                    bits[number >> 6] &= ~(1L << number);
                }
            }
        }
        return bits;
    }

    /** The topics' names, in the order of their keys. */
    Detail named(BitSet numbers) {
        return named.computeIfAbsent(
                numbers,
                some -> new Detail.Topics(some.stream()
                        .mapToObj(names::get)
                        .filter(name -> !name.isEmpty())
                        .toList()));
    }

    /** One of which nothing is known gets a number too, and no name. */
    private int number(UUID topic) {
        var known = topics.get(topic);
        if (known != null) {
            return known;
        }
        topics.put(topic, names.size());
        names.add(LocalizedText.EMPTY);
        similar.add(new BitSet());
        return names.size() - 1;
    }
}
