package org.caravanserai.partnering.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caravanserai.partnering.matching.Fit.Reason;
import org.caravanserai.text.Folding;
import org.caravanserai.text.search.Okapi;

/**
 * Compares cards with each other. Two cards fit if one can give what the other looks for, they belong to different people,
 * and they have a topic, a method or telling words in common; everything else makes a fit better, never one by itself.
 * Cards are numbered by their places in the list. Immutable.
 */
final class Matching {

    private static final int MOST_WORDS = 6;

    private final List<CardFacts> cards;
    private final List<Set<String>> methods;
    private final Okapi okapi;

    Matching(List<CardFacts> cards, Lexicon lexicon) {
        this.cards = List.copyOf(cards);
        methods = this.cards.stream().map(Matching::folded).toList();
        var terms = this.cards.stream().map(lexicon::terms).toList();
        okapi = new Okapi(terms, terms);
    }

    int size() {
        return cards.size();
    }

    CardFacts card(int number) {
        return cards.get(number);
    }

    /** How near the words of each card are to those of one; takes the answers. */
    void near(int card, double[] near) {
        okapi.near(card, near);
    }

    /** How well another suits a card, given how near its words are; 0 if they do not fit at all. */
    int score(int card, int other, double near) {
        var mine = cards.get(card);
        var theirs = cards.get(other);
        int complement = Complement.points(mine.kind(), mine.sought(), theirs.kind(), theirs.sought());
        if (complement == 0 || mine.author().equals(theirs.author())) {
            return 0;
        }
        int subject = topics(mine, theirs) + words(near) + method(card, other);
        return subject == 0
                ? 0
                : complement + subject + country(mine, theirs) + language(mine, theirs) + term(mine, theirs);
    }

    /** As {@link #score}, with its reasons; they add up to the same. */
    Fit explain(int card, int other) {
        var near = new double[cards.size()];
        okapi.near(card, near);
        if (score(card, other, near[other]) == 0) {
            return new Fit(List.of());
        }
        var mine = cards.get(card);
        var theirs = cards.get(other);
        var reasons = new ArrayList<Reason>();
        add(
                reasons,
                Aspect.COMPLEMENT,
                Complement.points(mine.kind(), mine.sought(), theirs.kind(), theirs.sought()),
                List.of());
        add(reasons, Aspect.TOPICS, topics(mine, theirs), shared(mine.topics(), theirs.topics()));
        add(reasons, Aspect.WORDS, words(near[other]), okapi.sharedWords(card, IntStream.of(other), MOST_WORDS));
        add(reasons, Aspect.METHODS, method(card, other), sharedMethods(card, other));
        add(reasons, Aspect.COUNTRY, country(mine, theirs), List.of());
        add(reasons, Aspect.LANGUAGE, language(mine, theirs), shared(mine.languages(), theirs.languages()));
        add(reasons, Aspect.TERM, term(mine, theirs), List.of());
        return new Fit(reasons);
    }

    private static void add(List<Reason> reasons, Aspect aspect, int points, List<String> shared) {
        if (points > 0) {
            reasons.add(new Reason(aspect, points, shared));
        }
    }

    private static int topics(CardFacts mine, CardFacts theirs) {
        return share(mine.topics(), theirs.topics(), Aspect.TOPICS);
    }

    /** Even cards about the same thing share a small part of their words: the root spreads that part. */
    private static int words(double near) {
        return (int) Math.round(Aspect.WORDS.most() * Math.sqrt(near));
    }

    private int method(int card, int other) {
        return share(methods.get(card), methods.get(other), Aspect.METHODS);
    }

    private static int country(CardFacts mine, CardFacts theirs) {
        var different = !mine.country().isEmpty()
                && !theirs.country().isEmpty()
                && !mine.country().equals(theirs.country());
        return different ? Aspect.COUNTRY.most() : 0;
    }

    private static int language(CardFacts mine, CardFacts theirs) {
        return mine.languages().stream().anyMatch(theirs.languages()::contains) ? Aspect.LANGUAGE.most() : 0;
    }

    private static int term(CardFacts mine, CardFacts theirs) {
        return mine.term().isSaid() && theirs.term().isSaid()
                ? (int) Math.round(Aspect.TERM.most() * mine.term().overlap(theirs.term()))
                : 0;
    }

    /** The points for what two sets share, by Dice's coefficient. */
    private static int share(Set<String> mine, Set<String> theirs, Aspect aspect) {
        int both = 0;
        for (var one : mine) {
            both += theirs.contains(one) ? 1 : 0;
        }
        return both == 0 ? 0 : Math.max(1, Math.round(aspect.most() * 2f * both / (mine.size() + theirs.size())));
    }

    private List<String> sharedMethods(int card, int other) {
        return cards.get(card).methods().stream()
                .filter(method -> methods.get(other).contains(Folding.fold(method)))
                .toList();
    }

    private static List<String> shared(Set<String> mine, Set<String> theirs) {
        var both = new TreeSet<>(mine);
        both.retainAll(theirs);
        return List.copyOf(both);
    }

    private static Set<String> folded(CardFacts card) {
        return card.methods().stream()
                .map(Folding::fold)
                .filter(method -> !method.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
