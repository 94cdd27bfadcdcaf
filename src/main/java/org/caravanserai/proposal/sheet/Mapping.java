package org.caravanserai.proposal.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What each column means, and what holds for all rows.
 *
 * @param columns one target for each column
 * @param options what holds for all rows
 */
public record Mapping(List<Target> columns, Options options) {

    /** What stands between two people, or two topics, in one cell. */
    public enum Separator {
        SEMICOLON(";"),
        COMMA(",|\\band\\b|、|，"),
        LINE("\\R"),
        BAR("\\|");

        private final String pattern;

        Separator(String pattern) {
            this.pattern = pattern;
        }

        /** The parts of a cell, blank ones too, so that parts of several cells can be matched by place. */
        List<String> split(String cell) {
            var parts = new ArrayList<String>();
            for (var part : cell.split(pattern, -1)) {
                parts.add(part.strip());
            }
            return parts;
        }
    }

    /**
     * What holds for all rows.
     *
     * @param separator what stands between people in one cell
     * @param familyFirst whether a name made of two columns is printed with the family name first
     * @param allPresent whether everyone presents of whom no column says otherwise; else the first does, the others are
     *     authors
     * @param sameNameIsOne whether people of one name and affiliation in the file are one person
     * @param type the session type's key where no column says it
     * @param language the talk language's tag where no column says it
     */
    public record Options(
            Separator separator,
            boolean familyFirst,
            boolean allPresent,
            boolean sameNameIsOne,
            UUID type,
            String language) {}

    /** A question of the call, as far as its column can be told by its head: its key and its folded labels. */
    public record Question(UUID key, Set<String> labels) {}

    /**
     * What the columns of a table seem to mean.
     *
     * @param type the session type's key where no column says it
     */
    public static Mapping guess(SheetTable table, List<Question> questions, UUID type) {
        var columns = TargetGuess.guess(table.head(), questions);
        var people = columns.indexOf(new Target(Target.Field.NAME, Target.EVERYONE));
        var names = people < 0 ? List.<String>of() : table.samples(people, 500);
        var several = columns.stream().anyMatch(t -> t.field() == Target.Field.NAME)
                && SheetWords.role(people < 0 ? "" : table.head().get(people).replaceFirst("(?i)s?( names?)?$", ""))
                        .filter(r -> r == org.caravanserai.proposal.ContributorRole.PRESENTER)
                        .isPresent();
        return new Mapping(columns, new Options(separator(names), false, several, true, type, "en"));
    }

    /** What seems to stand between people: the strongest separator that occurs at all. */
    private static Separator separator(List<String> cells) {
        if (cells.stream().anyMatch(c -> c.indexOf(';') >= 0)) {
            return Separator.SEMICOLON;
        }
        if (cells.stream().anyMatch(c -> c.indexOf('\n') >= 0)) {
            return Separator.LINE;
        }
        return cells.stream().anyMatch(c -> c.indexOf('|') >= 0)
                ? Separator.BAR
                : cells.stream().anyMatch(c -> c.matches("(?s).*(,|、|，|\\band\\b).*"))
                        ? Separator.COMMA
                        : Separator.SEMICOLON;
    }

    /** The column that holds this; empty if none does. */
    public Optional<Integer> columnOf(Target target) {
        var column = columns.indexOf(target);
        return column < 0 ? Optional.empty() : Optional.of(column);
    }

    /** Whether a column holds a title: without one nothing can be taken in. */
    public boolean hasTitle() {
        return columns.stream().anyMatch(t -> t.field() == Target.Field.TITLE);
    }

    /** This mapping with another meaning of one column. A target that only one column may have leaves the other. */
    public Mapping with(int column, Target target) {
        var changed = new ArrayList<>(columns);
        if (!target.field().mayRepeat()) {
            changed.replaceAll(t -> t.equals(target) ? Target.NONE : t);
        }
        changed.set(column, target);
        return new Mapping(List.copyOf(changed), options);
    }

    /** This mapping with other options. */
    public Mapping with(Options changed) {
        return new Mapping(columns, changed);
    }

    /** As texts: the options by name, and the targets by their columns' heads. */
    public Map<String, String> toMap(List<String> head) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("separator", options.separator().name());
        texts.put("familyFirst", Boolean.toString(options.familyFirst()));
        texts.put("allPresent", Boolean.toString(options.allPresent()));
        texts.put("sameNameIsOne", Boolean.toString(options.sameNameIsOne()));
        texts.put("type", options.type().toString());
        texts.put("language", options.language());
        for (int column = 0; column < columns.size(); column++) {
            texts.put(key(head, column), columns.get(column).toString());
        }
        return texts;
    }

    /** The mapping that {@link #toMap} wrote, for a table that may have other columns: those not known get {@code other}. */
    public static Mapping of(Map<String, String> texts, List<String> head, Mapping other) {
        var mapping = new Mapping(
                other.columns(),
                new Options(
                        Separator.valueOf(texts.getOrDefault(
                                "separator", other.options().separator().name())),
                        flag(texts, "familyFirst", other.options().familyFirst()),
                        flag(texts, "allPresent", other.options().allPresent()),
                        flag(texts, "sameNameIsOne", other.options().sameNameIsOne()),
                        UUID.fromString(texts.getOrDefault(
                                "type", other.options().type().toString())),
                        texts.getOrDefault("language", other.options().language())));
        for (int column = 0; column < head.size(); column++) {
            var known = Optional.ofNullable(texts.get(key(head, column))).flatMap(Target::parse);
            if (known.isPresent()) {
                mapping = mapping.with(column, known.get());
            }
        }
        return mapping;
    }

    private static boolean flag(Map<String, String> texts, String name, boolean otherwise) {
        return Boolean.parseBoolean(texts.getOrDefault(name, Boolean.toString(otherwise)));
    }

    /** A head may stand over several columns, or over none: its place among its namesakes tells them apart. */
    private static String key(List<String> head, int column) {
        var name = head.get(column);
        long before = head.subList(0, column).stream().filter(name::equals).count();
        return "column." + name + (before == 0 ? "" : "#" + before);
    }
}
