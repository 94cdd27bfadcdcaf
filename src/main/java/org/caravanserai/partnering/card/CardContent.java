package org.caravanserai.partnering.card;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caravanserai.partnering.matching.CardKind;
import org.caravanserai.partnering.matching.Sought;
import org.caravanserai.partnering.matching.Span;
import org.caravanserai.text.Clean;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;

/**
 * What a card says.
 *
 * @param topics keys of topics of the meeting
 * @param methods methods, instruments and programmes, separated by commas
 * @param languages BCP 47 tags of the languages to work in
 * @param expires the last day on which it is shown
 */
public record CardContent(
        CardKind kind,
        Sought sought,
        Set<String> topics,
        LocalizedText title,
        LocalizedText text,
        String methods,
        Set<String> languages,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Visibility visibility,
        LocalDate expires) {

    /** The most characters of a title, in each language. */
    public static final int LONGEST_TITLE = 160;

    /** The most characters of a text, in each language. */
    public static final int LONGEST_TEXT = 2_000;

    /** The most characters of all methods together. */
    public static final int LONGEST_METHODS = 300;

    /** The most topics. */
    public static final int MOST_TOPICS = 3;

    /**
     * Cleans what was typed.
     *
     * @throws Refusal if something is too long, there are too many topics, or it ends before it begins
     */
    public CardContent {
        topics = Set.copyOf(topics);
        languages = Set.copyOf(languages);
        title = title.map(Clean::line);
        text = text.map(Clean::lines);
        methods = Clean.line(methods);
        var problems = new ArrayList<Refusal.Problem>();
        limit(problems, "title", title.longest(), LONGEST_TITLE);
        limit(problems, "text", text.longest(), LONGEST_TEXT);
        limit(problems, "methods", methods.length(), LONGEST_METHODS);
        if (topics.size() > MOST_TOPICS) {
            problems.add(Refusal.Problem.at("topics", "partner.card.topics.many", MOST_TOPICS));
        }
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            problems.add(Refusal.Problem.at("until", "partner.card.until.early"));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }

    /** The methods one by one. */
    public List<String> methodList() {
        return split(methods);
    }

    /** When it is needed or can be had. */
    public Span term() {
        return new Span(from, until);
    }

    /**
     * Makes sure that others can make something of it.
     *
     * @param today in the meeting's zone
     * @throws Refusal if the title or the topics are missing, or it has expired
     */
    void requireReadyToShow(LocalDate today) {
        var problems = new ArrayList<Refusal.Problem>();
        if (title.isEmpty()) {
            problems.add(Refusal.Problem.at("title", "partner.card.title.missing"));
        }
        if (topics.isEmpty()) {
            problems.add(Refusal.Problem.at("topics", "partner.card.topics.missing"));
        }
        if (expires.isBefore(today)) {
            problems.add(Refusal.Problem.at("expires", "partner.card.expires.past"));
        } else if (expires.isAfter(today.plusYears(2))) {
            problems.add(Refusal.Problem.at("expires", "partner.card.expires.far"));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }

    static List<String> split(String methods) {
        return Arrays.stream(methods.split("[,;、，；]", -1))
                .map(String::strip)
                .filter(method -> !method.isEmpty())
                .distinct()
                .toList();
    }

    private static void limit(List<Refusal.Problem> problems, String field, int length, int most) {
        if (length > most) {
            problems.add(Refusal.Problem.at(field, "partner.long", most));
        }
    }
}
