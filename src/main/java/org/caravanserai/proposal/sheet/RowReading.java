package org.caravanserai.proposal.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.proposal.sheet.SheetProblem.Kind;
import org.caravanserai.proposal.sheet.Target.Field;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Folding;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;

/** Reads one row after another into planned proposals, and says all that is wrong or odd in each. */
final class RowReading {

    private static final int LONGEST_TITLE = 250;
    private static final int LONGEST_ABSTRACT = 10_000;
    private static final int LONGEST_NOTES = 10_000;
    private static final int LONGEST_ID = 200;
    private static final int MOST_TOPICS = 20;
    private static final int SHORTEST = 5;
    private static final int LONGEST = 24 * 60;
    private static final int LARGEST_AUDIENCE = 100_000;

    private final Mapping mapping;
    private final Surroundings surroundings;
    private final Map<String, UUID> types;
    private final Map<String, UUID> topics;
    private final List<SheetProblem> problems;
    private Report report = new Report(0, List.of(), new ArrayList<>());
    private SheetTable.Row row = new SheetTable.Row(0, List.of(), java.util.Set.of());

    RowReading(Mapping mapping, Surroundings surroundings, List<SheetProblem> problems) {
        this.mapping = mapping;
        this.surroundings = surroundings;
        this.types = surroundings.typesByWord();
        this.topics = surroundings.topicsByWord();
        this.problems = problems;
    }

    /** Where the problems of one row go. */
    record Report(int row, List<Target> columns, List<SheetProblem> problems) {

        void say(int column, Kind kind, Object... arguments) {
            problems.add(new SheetProblem(row, column, kind, List.of(arguments)));
        }

        /** The text of a cell, as far as it is taken; what could not be read or computed is said. */
        String text(SheetTable.Row of, int column, Target target) {
            return target.field() == Field.NONE ? "" : Cells.unguarded(of.cell(column));
        }
    }

    PlannedProposal read(SheetTable.Row next) {
        row = next;
        report = new Report(next.number(), mapping.columns(), problems);
        lookAtCells();
        var type = surroundings.type(type()).orElseThrow();
        var talkLanguage =
                language(Field.TALK_LANGUAGE).orElse(mapping.options().language());
        var people = new PeopleReading(mapping, row, report).read(type.kind());
        if (people.isEmpty()) {
            report.say(SheetProblem.WHOLE_ROW, Kind.NO_PEOPLE);
        }
        return new PlannedProposal(
                row.number(),
                oneLine(Field.EXTERNAL_ID, LONGEST_ID),
                type.key(),
                title(talkLanguage),
                localized(Field.ABSTRACT, talkLanguage, LONGEST_ABSTRACT, Kind.ABSTRACT_LONG),
                topics(),
                minutes(type),
                talkLanguage,
                language(Field.SLIDE_LANGUAGE).orElse(talkLanguage),
                audience(),
                state(),
                answers(),
                notes(),
                people);
    }

    private void lookAtCells() {
        for (int column = 0; column < mapping.columns().size(); column++) {
            if (mapping.columns().get(column).field() == Field.NONE) {
                continue;
            }
            if (row.cell(column).indexOf('\uFFFD') >= 0) {
                report.say(column, Kind.UNREADABLE, row.cell(column));
            }
            if (row.formulas().contains(column)) {
                report.say(column, row.cell(column).isEmpty() ? Kind.FORMULA_EMPTY : Kind.FORMULA, row.cell(column));
            }
        }
    }

    /** The cell of the column with this meaning, read; empty where there is no such column or nothing in it. */
    private <T> Optional<T> value(Field field, Function<String, Optional<T>> read, Kind otherwise, Object... more) {
        var column = mapping.columnOf(Target.of(field));
        var text = column.map(c -> report.text(row, c, Target.of(field))).orElse("");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var value = read.apply(text);
        if (value.isEmpty()) {
            var arguments = new ArrayList<Object>(List.of(text));
            arguments.addAll(List.of(more));
            report.say(column.orElseThrow(), otherwise, arguments.toArray());
        }
        return value;
    }

    private UUID type() {
        return value(Field.TYPE, text -> Optional.ofNullable(types.get(Folding.fold(text))), Kind.TYPE_UNKNOWN)
                .orElse(mapping.options().type());
    }

    private LocalizedText title(String talkLanguage) {
        var before = problems.size();
        var title = localized(Field.TITLE, talkLanguage, LONGEST_TITLE, Kind.TITLE_LONG);
        if (title.isEmpty()) {
            if (problems.size() == before) {
                report.say(first(Field.TITLE), Kind.TITLE_MISSING);
            }
            return title;
        }
        if (title.exactly(Language.EN).isEmpty()) {
            var stands = title.in(Language.EN);
            report.say(
                    first(Field.TITLE), Kind.ENGLISH_MISSING, stands.language().ownName());
            return title.with(Language.EN, stands.text());
        }
        return title;
    }

    private LocalizedText localized(Field field, String talkLanguage, int longest, Kind tooLong) {
        var said = Language.ofTag(talkLanguage).orElse(Language.EN);
        var all = LocalizedText.EMPTY;
        for (int column = 0; column < mapping.columns().size(); column++) {
            var target = mapping.columns().get(column);
            if (target.field() != field) {
                continue;
            }
            var cell = report.text(row, column, target);
            var text = field == Field.TITLE ? Clean.line(cell) : Clean.lines(cell);
            if (text.length() > longest) {
                report.say(column, tooLong, text.length(), longest);
            } else if (!text.isEmpty()) {
                var language = target.of().equals(Target.IN_TALK_LANGUAGE)
                        ? Cells.languageOf(text, said)
                        : Language.ofTag(target.of()).orElse(Language.EN);
                all = all.with(language, text);
            }
        }
        return all;
    }

    private List<UUID> topics() {
        var column = mapping.columnOf(Target.of(Field.TOPICS));
        var found = new LinkedHashSet<UUID>();
        column.ifPresent(c -> {
            var cell = report.text(row, c, Target.of(Field.TOPICS));
            // A topic's name may have commas in it, so the whole cell is tried first, then its parts.
            var whole = topics.get(Folding.fold(cell));
            if (whole != null) {
                found.add(whole);
                return;
            }
            var parts = cell.split(cell.matches("(?s).*[;|\\n].*") ? "[;|\\n]" : "[,、，]");
            for (var part : parts) {
                var key = topics.get(Folding.fold(part));
                if (key != null) {
                    found.add(key);
                } else if (!part.isBlank()) {
                    report.say(c, Kind.TOPIC_UNKNOWN, part.strip());
                }
            }
            if (found.size() > MOST_TOPICS) {
                report.say(c, Kind.TOPICS_MANY, found.size(), MOST_TOPICS);
            }
        });
        return List.copyOf(found);
    }

    private int minutes(Surroundings.Type type) {
        var minutes = value(
                Field.MINUTES,
                text -> Cells.minutes(text).filter(m -> m >= SHORTEST && m <= LONGEST),
                Kind.MINUTES_UNREADABLE);
        minutes.filter(m -> type.maxMinutes() > 0 && (m < type.minMinutes() || m > type.maxMinutes()))
                .ifPresent(m -> report.say(
                        first(Field.MINUTES),
                        Kind.MINUTES_RANGE,
                        m,
                        type.minMinutes(),
                        type.maxMinutes(),
                        type.name()));
        return minutes.orElse(type.usualMinutes());
    }

    private Optional<String> language(Field field) {
        var tag = value(field, SheetWords::language, Kind.LANGUAGE_UNKNOWN);
        tag.filter(t -> !surroundings.languages().contains(t))
                .ifPresent(t -> report.say(first(field), Kind.LANGUAGE_OTHER, row.cell(first(field)), t));
        return tag;
    }

    private int audience() {
        return value(
                        Field.AUDIENCE,
                        text -> Cells.number(text).filter(n -> n <= LARGEST_AUDIENCE),
                        Kind.NUMBER_UNREADABLE)
                .orElse(0);
    }

    private ProposalState state() {
        return value(Field.STATE, SheetWords::state, Kind.STATE_UNKNOWN).orElse(ProposalState.SUBMITTED);
    }

    private Map<UUID, String> answers() {
        var answers = new LinkedHashMap<UUID, String>();
        for (var question : surroundings.questions()) {
            var target = new Target(Field.ANSWER, question.key().toString());
            mapping.columnOf(target).ifPresent(column -> {
                var text = report.text(row, column, target);
                if (!text.isEmpty()) {
                    AnswerReading.read(question, text)
                            .ifPresentOrElse(
                                    answer -> answers.put(question.key(), answer),
                                    () -> report.say(column, Kind.ANSWER_UNFIT, text, question.label()));
                }
            });
        }
        return answers;
    }

    private String notes() {
        var lines = new ArrayList<String>();
        for (int column = 0; column < mapping.columns().size(); column++) {
            var target = mapping.columns().get(column);
            if (target.field() == Field.NOTES) {
                var text = Clean.lines(report.text(row, column, target));
                if (text.length() > LONGEST_NOTES) {
                    report.say(column, Kind.TEXT_LONG, text.length(), LONGEST_NOTES);
                } else if (!text.isEmpty()) {
                    lines.add(text);
                }
            }
        }
        return String.join("\n\n", lines);
    }

    private String oneLine(Field field, int longest) {
        var column = mapping.columnOf(Target.of(field));
        var text = column.map(c -> Clean.line(report.text(row, c, Target.of(field))))
                .orElse("");
        if (text.length() > longest) {
            report.say(column.orElse(SheetProblem.WHOLE_ROW), Kind.TEXT_LONG, text.length(), longest);
        }
        return text;
    }

    private int first(Field field) {
        for (int column = 0; column < mapping.columns().size(); column++) {
            if (mapping.columns().get(column).field() == field) {
                return column;
            }
        }
        return SheetProblem.WHOLE_ROW;
    }
}
