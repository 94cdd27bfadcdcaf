package org.caravanserai.people;

import java.util.ArrayList;
import java.util.List;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;

/** What a name that a person types herself must satisfy, each rule with the field it belongs to. */
final class NameRules {

    private NameRules() {}

    static List<Refusal.Problem> problems(PersonName name) {
        var problems = new ArrayList<Refusal.Problem>();
        if (name.published().isEmpty()) {
            problems.add(Refusal.Problem.at("published", "people.name.required"));
        } else if (!latin(name.published())) {
            problems.add(Refusal.Problem.at("published", "people.name.latin"));
        }
        limit(problems, "published", name.published(), 200);
        latinPart(problems, "family", name.family());
        latinPart(problems, "given", name.given());
        latinPart(problems, "patronymic", name.patronymic());
        limit(problems, "nativeScript", name.nativeScript(), 200);
        limit(problems, "kana", name.kana(), 200);
        if (!kana(name.kana())) {
            problems.add(Refusal.Problem.at("kana", "people.name.kana"));
        }
        return problems;
    }

    private static void latinPart(List<Refusal.Problem> problems, String field, String part) {
        limit(problems, field, part, 100);
        if (!part.isEmpty() && !latin(part)) {
            problems.add(Refusal.Problem.at(field, "people.name.latin"));
        }
    }

    private static void limit(List<Refusal.Problem> problems, String field, String part, int longest) {
        if (part.length() > longest) {
            problems.add(Refusal.Problem.at(field, "people.text.long", longest));
        }
    }

    private static boolean latin(String words) {
        return words.codePoints().anyMatch(Character::isLetter)
                && words.codePoints().filter(Character::isLetter).allMatch(c -> switch (Character.UnicodeScript.of(c)) {
                    case LATIN, COMMON, INHERITED -> true;
                    default -> false;
                });
    }

    private static boolean kana(String words) {
        return words.codePoints().filter(Character::isLetter).allMatch(c -> switch (Character.UnicodeScript.of(c)) {
            case HIRAGANA, KATAKANA, COMMON -> true;
            default -> false;
        });
    }
}
