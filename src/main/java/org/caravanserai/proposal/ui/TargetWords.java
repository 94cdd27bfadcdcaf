package org.caravanserai.proposal.ui;

import java.util.ArrayList;
import java.util.List;
import org.caravanserai.proposal.Question;
import org.caravanserai.proposal.sheet.SheetTable;
import org.caravanserai.proposal.sheet.Surroundings;
import org.caravanserai.proposal.sheet.Target;
import org.caravanserai.proposal.sheet.Target.Field;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Language;

/** What a column can mean, in the reader's words. */
final class TargetWords {

    private final Words words;
    private final Surroundings surroundings;

    TargetWords(Words words, Surroundings surroundings) {
        this.words = words;
        this.surroundings = surroundings;
    }

    /** Everything that a column can mean; as many people with columns of their own as are asked for. */
    List<Target> all(int people) {
        var all = new ArrayList<Target>();
        for (var field : Field.values()) {
            if (field.isLocalized()) {
                all.add(new Target(field, Target.IN_TALK_LANGUAGE));
                for (var language : Language.values()) {
                    all.add(new Target(field, language.tag()));
                }
            } else if (!field.isOfPerson() && field != Field.ANSWER) {
                all.add(Target.of(field));
            }
        }
        for (var question : surroundings.questions()) {
            if (question.kind() != Question.Kind.FILE) {
                all.add(new Target(Field.ANSWER, question.key().toString()));
            }
        }
        for (int person = 0; person <= people; person++) {
            for (var field : Field.values()) {
                if (field.isOfPerson()) {
                    all.add(new Target(field, Integer.toString(person)));
                }
            }
        }
        return List.copyOf(all);
    }

    String name(Target target) {
        var field = words.get("sheet.target." + target.field().name());
        if (target.field().isLocalized()) {
            return words.get(
                    "sheet.of.language",
                    field,
                    target.of().equals(Target.IN_TALK_LANGUAGE)
                            ? words.get("sheet.of.talk")
                            : Language.ofTag(target.of()).map(Language::ownName).orElse(target.of()));
        }
        if (target.field() == Field.ANSWER) {
            return words.get(
                    "sheet.of.question",
                    surroundings.questions().stream()
                            .filter(q -> q.key().toString().equals(target.of()))
                            .map(q -> words.text(q.label()))
                            .findFirst()
                            .orElse(field));
        }
        if (target.field().isOfPerson()) {
            return target.of().equals(Target.EVERYONE)
                    ? words.get("sheet.of.everyone", field)
                    : words.get("sheet.of.person", target.of(), field);
        }
        return field;
    }

    /** What a column is called: its head, or the letters that a spreadsheet gives it. */
    String column(SheetTable table, int column) {
        var head = table.head().get(column);
        return head.isEmpty() ? words.get("sheet.column.unnamed", letters(column)) : head;
    }

    static String letters(int column) {
        var letters = new StringBuilder();
        for (int left = column + 1; left > 0; left = (left - 1) / 26) {
            letters.insert(0, (char) ('A' + (left - 1) % 26));
        }
        return letters.toString();
    }
}
