package org.caravanserai.programme;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.AlphabeticIndex;
import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.caravanserai.agenda.AgendaSnapshot.PersonPart;
import org.caravanserai.text.Language;
import org.caravanserai.text.PersonName;

/**
 * People in the order of a language's dictionaries, under its letters: Japanese names by their reading in kana, names that
 * are read in Latin script by the family name, others as they are written.
 */
public final class PeopleIndex {

    private static final ULocale RUSSIAN = new ULocale("ru");

    private PeopleIndex() {}

    /** The people under one letter, or under one row of kana. */
    public record Group(String letter, List<PersonPart> people) {}

    /** The groups that have somebody, in order. */
    public static List<Group> of(Collection<PersonPart> people, Language reader) {
        var index = letters(reader);
        people.forEach(person -> index.addRecord(key(person.name(), reader), person));
        var groups = new ArrayList<Group>();
        for (var bucket : index) {
            if (bucket.size() > 0) {
                var members = new ArrayList<PersonPart>();
                bucket.forEach(record -> members.add(record.getData()));
                groups.add(new Group(bucket.getLabel(), List.copyOf(members)));
            }
        }
        return groups;
    }

    /** By what a reader of this language looks a name up. */
    static String key(PersonName name, Language reader) {
        if (reader == Language.JA && !name.kana().isEmpty()) {
            return name.kana();
        }
        var readsNative = !name.nativeScript().isEmpty() && name.in(reader).equals(name.nativeScript());
        if (readsNative && reader != Language.JA) {
            return name.nativeScript();
        }
        // One letter, however the apostrophe in it was typed.
        return (name.family().isEmpty() ? name.published() : name.family() + " " + name.given())
                .replaceAll("(?<=[OoGg])['’‘ʼ`]", "ʻ");
    }

    private static AlphabeticIndex<PersonPart> letters(Language reader) {
        if (reader == Language.JA) {
            // Readings in kana first: names in Latin letters are the guests here.
            var order = (RuleBasedCollator) Collator.getInstance(ULocale.JAPANESE);
            var kanaFirst = order.cloneAsThawed();
            kanaFirst.setReorderCodes(UScript.HIRAGANA);
            return new AlphabeticIndex<PersonPart>(kanaFirst).addLabels(ULocale.JAPANESE, ULocale.ENGLISH, RUSSIAN);
        }
        return new AlphabeticIndex<PersonPart>(reader.icuLocale()).addLabels(ULocale.ENGLISH, RUSSIAN);
    }
}
