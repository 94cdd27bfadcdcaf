package org.caravanserai.people;

import java.util.Locale;
import java.util.Map;
import org.caravanserai.text.Folding;

/** Finds persons by words of their names, however they are spelled, or by a part of an e-mail address. */
final class WordMatch {

    private static final int MOST_WORDS = 8;

    private WordMatch() {}

    /**
     * A condition on two columns that all words are in the one or the text is in the other; empty if nothing is asked.
     * What is typed reaches the statement as parameters alone.
     */
    static String condition(String words, String searchKey, String email, Map<String, Object> parameters) {
        var stripped = words.strip();
        if (stripped.isEmpty()) {
            return "";
        }
        parameters.put("address", "%" + escaped(stripped.toLowerCase(Locale.ROOT)) + "%");
        var names = new StringBuilder();
        int number = 0;
        for (var word : Folding.fold(stripped).split(" ")) {
            if (!word.isEmpty() && number < MOST_WORDS) {
                names.append(names.isEmpty() ? "" : " and ")
                        .append(searchKey)
                        .append(" like :word")
                        .append(number);
                parameters.put("word" + number++, "%" + word + "%");
            }
        }
        return " and (" + (names.isEmpty() ? "" : "(" + names + ") or ") + email + " like :address escape '!')";
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
