package org.caravanserai.proposal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.caravanserai.text.Folding;
import org.caravanserai.text.PersonName;

/**
 * Finds in a text what gives its authors away: their names in any script, spelling and order, where they work, and any
 * e-mail address or ORCID iD. Names are compared folded and by their stems, since many languages here decline them.
 */
final class Giveaways {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}'`ʻʼʽ‘’´]+");
    private static final Pattern EMAIL = Pattern.compile(
            "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]{1,64}+@[\\p{L}\\p{N}-]{1,63}+(?:\\.[\\p{L}\\p{N}-]{1,63}+){1,8}");
    private static final Pattern ORCID = Pattern.compile("\\b\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dXx]\\b");
    private static final Pattern UNSPACED = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー]+");

    private static final Pattern NEAR = Pattern.compile("[.,\\s\\u00a0-]{0,3}");

    /** Where a paragraph or a page ends; a name may go on in the next line, and no further. */
    private static final Pattern APART = Pattern.compile("\\f|\\n\\s*\\n");

    /** The shortest family name that is looked for without its given name. */
    private static final int SHORTEST = 3;

    /** From this length on a family name is looked for with the endings of cases, too. */
    private static final int DECLINED = 5;

    private static final int LONGEST_ENDING = 5;

    /** The most words before or behind a family name that are taken for parts of the name. */
    private static final int MOST_WORDS = 5;

    private final Set<String> families = new HashSet<>();
    private final Set<String> others = new HashSet<>();
    private final Set<List<String>> institutions = new LinkedHashSet<>();
    private final Set<String> unspacedNames = new LinkedHashSet<>();
    private final Set<String> unspacedInstitutions = new LinkedHashSet<>();

    /** What gives away. */
    enum Kind {
        NAME,
        AFFILIATION,
        EMAIL,
        ORCID
    }

    /**
     * A place in a text.
     *
     * @param from its first character
     * @param to the character after its last
     */
    record Found(Kind kind, int from, int to) {}

    private record Token(String folded, int from, int to) {}

    /**
     * Those of some people.
     *
     * @param names their names
     * @param affiliations where they work, by all its names
     */
    Giveaways(Collection<PersonName> names, Collection<String> affiliations) {
        names.forEach(this::name);
        affiliations.forEach(this::institution);
    }

    /** All places, in order; none overlaps another. */
    List<Found> in(String text) {
        var all = new ArrayList<Found>();
        matches(EMAIL, text, Kind.EMAIL, all);
        matches(ORCID, text, Kind.ORCID, all);
        unspaced(text, all);
        var tokens = tokens(text);
        institutions(tokens, all);
        names(text, tokens, all);
        all.sort(Comparator.comparingInt(Found::from)
                .thenComparing(Comparator.comparingInt(Found::to).reversed()));
        var kept = new ArrayList<Found>();
        int end = 0;
        for (var found : all) {
            if (found.from() >= end) {
                kept.add(found);
            } else if (found.to() > end) {
                var before = kept.removeLast();
                kept.add(new Found(before.kind(), before.from(), found.to()));
            }
            end = Math.max(end, found.to());
        }
        return kept;
    }

    /** The text with other words in all those places. */
    String hide(String text, String instead) {
        var hidden = new StringBuilder();
        int from = 0;
        for (var found : in(text)) {
            hidden.append(text, from, found.from()).append(instead);
            from = found.to();
        }
        return hidden.append(text.substring(from)).toString();
    }

    private void name(PersonName name) {
        for (var form : List.of(name.published(), name.nativeScript(), name.kana())) {
            var together = form.replaceAll("[\\s・]+", "");
            if (UNSPACED.matcher(together).matches()) {
                unspacedName(form, together);
            } else {
                words(form, name);
            }
        }
        fold(name.family()).forEach(families::add);
        fold(name.given() + " " + name.patronymic()).forEach(others::add);
    }

    private void unspacedName(String form, String together) {
        unspacedNames.add(together);
        var family = form.split("[\\s・]+")[0];
        if (family.length() > 1) {
            unspacedNames.add(family);
        }
    }

    private void words(String form, PersonName name) {
        var words = fold(form);
        for (int i = 0; i < words.size(); i++) {
            var last = i == words.size() - 1;
            var family = name.family().isEmpty()
                    ? words.size() == 1
                            || (name.nameOrder() == PersonName.Order.GIVEN_FIRST && !isCapitals(form) ? last : i == 0)
                    : fold(name.family()).contains(words.get(i));
            (family ? families : others).add(words.get(i));
        }
    }

    /** SATO Junichi: who writes her family name in capitals writes it first. */
    private static boolean isCapitals(String form) {
        var first = form.strip().split("\\s+")[0];
        return first.length() > 1 && first.equals(first.toUpperCase(java.util.Locale.ROOT)) && !first.contains(".");
    }

    private void institution(String affiliation) {
        var together = affiliation.replaceAll("\\s+", "");
        if (UNSPACED.matcher(together).matches()) {
            if (together.length() > 1) {
                unspacedInstitutions.add(together);
            }
            return;
        }
        var words = fold(affiliation);
        if (!words.isEmpty() && String.join("", words).length() >= SHORTEST) {
            institutions.add(words);
        }
    }

    private static List<String> fold(String words) {
        return tokens(words).stream().map(Token::folded).toList();
    }

    private static List<Token> tokens(String text) {
        return WORD.matcher(text)
                .results()
                .map(m -> new Token(Folding.fold(m.group()).replace(" ", ""), m.start(), m.end()))
                .filter(t -> !t.folded().isEmpty())
                .toList();
    }

    private static void matches(Pattern pattern, String text, Kind kind, List<Found> all) {
        pattern.matcher(text).results().forEach(m -> all.add(new Found(kind, m.start(), m.end())));
    }

    private void unspaced(String text, List<Found> all) {
        unspacedNames.forEach(n -> matches(loose(n), text, Kind.NAME, all));
        unspacedInstitutions.forEach(n -> matches(loose(n), text, Kind.AFFILIATION, all));
    }

    /** The characters one after another, whether or not spaces stand between them. */
    private static Pattern loose(String together) {
        return Pattern.compile(String.join(
                "[\\s・]?",
                together.codePoints()
                        .mapToObj(c -> Pattern.quote(Character.toString(c)))
                        .toList()));
    }

    private void institutions(List<Token> tokens, List<Found> all) {
        for (var words : institutions) {
            for (int i = 0; i + words.size() <= tokens.size(); i++) {
                var from = i;
                if (java.util.stream.IntStream.range(0, words.size())
                        .allMatch(w -> words.get(w).equals(tokens.get(from + w).folded()))) {
                    var last = tokens.get(i + words.size() - 1);
                    all.add(new Found(Kind.AFFILIATION, tokens.get(i).from(), last.to()));
                }
            }
        }
    }

    private void names(String text, List<Token> tokens, List<Found> all) {
        for (int i = 0; i < tokens.size(); i++) {
            if (isFamily(tokens.get(i).folded())) {
                int from = i;
                int to = i;
                while (from > Math.max(0, i - MOST_WORDS) && belongs(text, tokens.get(from - 1), tokens.get(from))) {
                    from--;
                }
                while (to < Math.min(tokens.size() - 1, i + MOST_WORDS)
                        && follows(text, tokens.get(to), tokens.get(to + 1))) {
                    to++;
                }
                all.add(new Found(
                        Kind.NAME, tokens.get(from).from(), tokens.get(to).to()));
            }
        }
    }

    private boolean isFamily(String word) {
        return families.stream().anyMatch(family -> declined(family, word));
    }

    private static boolean declined(String name, String word) {
        if (name.length() < SHORTEST) {
            return false;
        }
        if (name.length() < DECLINED) {
            return word.equals(name);
        }
        var stem = name.endsWith("a") ? name.substring(0, name.length() - 1) : name;
        return word.startsWith(stem) && word.length() <= stem.length() + LONGEST_ENDING;
    }

    private boolean belongs(String text, Token before, Token name) {
        return near(text, before, name) && (isOther(before.folded()) || isInitial(before.folded()));
    }

    private boolean follows(String text, Token name, Token after) {
        var between = text.substring(name.to(), after.from());
        return near(text, name, after)
                && (isOther(after.folded())
                        || (isInitial(after.folded()) && text.startsWith(".", after.to()) && !between.contains(".")));
    }

    private boolean isOther(String word) {
        return others.stream().anyMatch(name -> name.length() > 1 && declined(name, word) || name.equals(word));
    }

    private boolean isInitial(String word) {
        return word.length() <= 2 && others.stream().anyMatch(other -> other.startsWith(word));
    }

    private static boolean near(String text, Token one, Token next) {
        var between = text.substring(one.to(), next.from());
        return NEAR.matcher(between).matches() && !APART.matcher(between).find();
    }
}
