package org.caravanserai.proposal.ui;

import java.util.Optional;
import org.caravanserai.proposal.DraftContent;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Language;

/** What the fields of a draft are called for a reader. */
final class FieldNames {

    private FieldNames() {}

    /** The name of a field such as {@code title.ja}; {@code question} gives the words of an answer's question. */
    static String of(String field, Words words, Optional<String> question) {
        if (field.startsWith(DraftContent.ANSWER)) {
            return question.orElseGet(() -> words.get("proposal.section.questions"));
        }
        var dot = field.indexOf('.');
        var base = dot < 0 ? field : field.substring(0, dot);
        var name = words.get("proposal.field." + base);
        return dot < 0
                ? name
                : name + ", "
                        + Language.ofTag(field.substring(dot + 1))
                                .map(Language::ownName)
                                .orElse("");
    }
}
