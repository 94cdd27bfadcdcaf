package org.caravanserai.proposal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.caravanserai.text.Refusal.Problem;

/** Reads what was typed against the call: every problem at once, each at its field, or a proposal's content. */
final class DraftReading {

    static final int LONGEST_TITLE = 250;
    static final int LONGEST_ABSTRACT = 10_000;
    static final int LONGEST_ANSWER = 10_000;
    static final int MOST_TOPICS = 3;
    static final int LARGEST_AUDIENCE = 100_000;

    private final DraftContent typed;
    private final Setting setting;
    private final List<Problem> problems = new ArrayList<>();

    private DraftReading(DraftContent typed, Setting setting) {
        this.typed = typed;
        this.setting = setting;
    }

    /**
     * What the meeting, its call and the proposal's other parts say.
     *
     * @param topics the keys of the meeting's topics
     * @param languages the meeting's languages, as tags
     * @param days the meeting's days
     * @param roles the roles of all contributors who have not declined
     * @param filesFor the questions that a file has been uploaded for
     * @param sessionByCode finds the session proposal of the meeting that may hold talks
     */
    record Setting(
            CallView call,
            Set<UUID> topics,
            Set<String> languages,
            List<LocalDate> days,
            List<ContributorRole> roles,
            Set<UUID> filesFor,
            Function<String, Optional<UUID>> sessionByCode) {}

    /** What was typed, as values. */
    record Parsed(Proposal.Content content, Map<UUID, String> answers, StatedTimes times) {}

    /** @throws Refusal with all problems, if there is any */
    static Parsed read(DraftContent typed, Setting setting) {
        return new DraftReading(typed, setting).parsed();
    }

    private Parsed parsed() {
        var type = type();
        var title = localized(DraftContent.TITLE, LONGEST_TITLE, "proposal.title.required", "proposal.title.long");
        var abstractText = localized(
                DraftContent.ABSTRACT, LONGEST_ABSTRACT, "proposal.abstract.required", "proposal.abstract.long");
        var topics = topics();
        var minutes = minutes(type);
        var talk = language(DraftContent.TALK_LANGUAGE);
        var slides = language(DraftContent.SLIDE_LANGUAGE);
        var audience = audience();
        var session = forSession(type);
        var times = times();
        var answers = type.map(this::answers).orElse(Map.of());
        if (setting.roles().stream().noneMatch(r -> r == ContributorRole.CONVENER || r == ContributorRole.PRESENTER)) {
            problems.add(Problem.at("contributors", "proposal.contributors.required"));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        return new Parsed(
                new Proposal.Content(
                        type.orElseThrow().sessionType(),
                        title,
                        abstractText,
                        topics,
                        minutes,
                        talk,
                        slides,
                        audience,
                        session.orElse(null)),
                answers,
                times);
    }

    private Optional<CallView.AllowedType> type() {
        var type = key(typed.get(DraftContent.TYPE)).flatMap(setting.call()::type);
        if (type.isEmpty()) {
            problems.add(Problem.at(DraftContent.TYPE, "proposal.type.required"));
        }
        return type;
    }

    private LocalizedText localized(String prefix, int longest, String required, String tooLong) {
        var raw = typed.localized(prefix);
        var clean = LocalizedText.EMPTY;
        for (var language : raw.languages()) {
            var text = prefix.equals(DraftContent.TITLE)
                    ? Clean.line(raw.exactly(language))
                    : Clean.lines(raw.exactly(language));
            if (text.length() > longest) {
                problems.add(Problem.at(field(prefix), tooLong, longest, language.ownName(), text.length()));
            }
            clean = clean.with(language, text);
        }
        if (clean.exactly(Language.EN).isEmpty()) {
            problems.add(Problem.at(field(prefix), required));
        }
        return clean;
    }

    private List<UUID> topics() {
        var topics = typed.several(DraftContent.TOPICS).stream()
                .flatMap(t -> key(t).stream())
                .filter(setting.topics()::contains)
                .distinct()
                .toList();
        if (topics.isEmpty() && !setting.topics().isEmpty()) {
            problems.add(Problem.at(DraftContent.TOPICS, "proposal.topics.required"));
        } else if (topics.size() > MOST_TOPICS) {
            problems.add(Problem.at(DraftContent.TOPICS, "proposal.topics.many", MOST_TOPICS));
        }
        return topics;
    }

    private int minutes(Optional<CallView.AllowedType> type) {
        var minutes = number(typed.get(DraftContent.MINUTES));
        if (minutes.isEmpty()) {
            problems.add(Problem.at(DraftContent.MINUTES, "proposal.minutes.required"));
        } else if (type.isPresent() && !type.get().allows(minutes.get())) {
            problems.add(Problem.at(
                    DraftContent.MINUTES,
                    "proposal.minutes.range",
                    type.get().minMinutes(),
                    type.get().maxMinutes(),
                    type.get().name()));
        }
        return minutes.orElse(0);
    }

    private String language(String field) {
        var tag = typed.get(field);
        if (!setting.languages().contains(tag)) {
            problems.add(Problem.at(field, "proposal.language.required"));
        }
        return tag;
    }

    private int audience() {
        if (typed.get(DraftContent.AUDIENCE).isBlank()) {
            return 0;
        }
        var audience = number(typed.get(DraftContent.AUDIENCE)).filter(n -> n >= 0 && n <= LARGEST_AUDIENCE);
        if (audience.isEmpty()) {
            problems.add(Problem.at(DraftContent.AUDIENCE, "proposal.audience.number", LARGEST_AUDIENCE));
        }
        return audience.orElse(0);
    }

    private Optional<UUID> forSession(Optional<CallView.AllowedType> type) {
        var code = typed.get(DraftContent.FOR_SESSION).strip();
        if (code.isEmpty()
                || type.filter(t -> t.kind() == SessionType.Kind.TALK).isEmpty()) {
            return Optional.empty();
        }
        var session = setting.sessionByCode().apply(code.toUpperCase(java.util.Locale.ROOT));
        if (session.isEmpty()) {
            problems.add(Problem.at(DraftContent.FOR_SESSION, "proposal.session.unknown", code));
        }
        return session;
    }

    private StatedTimes times() {
        var times = StatedTimes.parse(typed.get(DraftContent.UNSUITABLE)).on(setting.days());
        if (times.leavesNoneOf(setting.days())) {
            problems.add(Problem.at(DraftContent.UNSUITABLE, "proposal.unsuitable.all"));
        }
        return times;
    }

    private Map<UUID, String> answers(CallView.AllowedType type) {
        var answers = new LinkedHashMap<UUID, String>();
        for (var question : setting.call().questionsFor(type.sessionType())) {
            var field = DraftContent.ANSWER + question.key();
            var text = question.kind() == Question.Kind.LONG_TEXT
                    ? Clean.lines(typed.get(field))
                    : Clean.line(typed.get(field));
            if (question.kind() == Question.Kind.FILE) {
                if (question.required() && !setting.filesFor().contains(question.key())) {
                    problems.add(Problem.at(field, "proposal.answer.file", question.label()));
                }
            } else if (text.isEmpty()) {
                if (question.required()) {
                    problems.add(Problem.at(field, "proposal.answer.required", question.label()));
                }
            } else if (text.length() > LONGEST_ANSWER) {
                problems.add(Problem.at(field, "proposal.answer.long", LONGEST_ANSWER, question.label()));
            } else if (!fits(question, text)) {
                problems.add(Problem.at(
                        field,
                        switch (question.kind()) {
                            case NUMBER -> "proposal.answer.number";
                            case DATE -> "proposal.answer.date";
                            default -> "proposal.answer.choice";
                        },
                        question.label()));
            } else {
                answers.put(question.key(), text);
            }
        }
        return answers;
    }

    private static boolean fits(CallView.Asked question, String text) {
        var options = question.options().stream().map(Question.Option::key).collect(Collectors.toSet());
        return switch (question.kind()) {
            case TEXT, LONG_TEXT, FILE -> true;
            case CHOICE -> options.contains(text);
            case SEVERAL -> options.containsAll(List.of(text.split(",")));
            case NUMBER -> text.replace(',', '.').matches("-?\\d{1,15}(\\.\\d{1,10})?");
            case DATE -> isDate(text);
            case YES_NO -> text.equals("yes") || text.equals("no");
        };
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static String field(String prefix) {
        return prefix.substring(0, prefix.length() - 1);
    }

    private static Optional<Integer> number(String text) {
        var stripped = text.strip();
        return stripped.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(stripped)) : Optional.empty();
    }

    private static Optional<UUID> key(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
