package org.caravanserai.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.text.Clean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person has typed somewhere and not sent yet, so that a closed dialog, a lost connection, another language or a restart
 * does not cost her words. It is hers alone and leaves no trace in the audit trail.
 */
@Service
public class UnsentWords {

    /** The most characters that are kept of one field. */
    public static final int LONGEST = 4_000;

    /** In how many fields a person's words are kept; those that she left longest ago go first. */
    static final int MOST = 100;

    private final JdbcClient jdbc;
    private final Access access;
    private final Clock clock;

    UnsentWords(JdbcClient jdbc, Access access, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.clock = clock;
    }

    /**
     * What the acting person has typed into the fields of a form.
     *
     * @param form names it among all forms, such as {@code ask/KEY}
     * @return the words by the name of their field; nothing for a field that is empty
     */
    @SignedIn
    @Transactional(readOnly = true)
    public Map<String, String> of(String form) {
        var from = form + "#";
        return jdbc
                .sql("select place, words from unsent_words where person = ? and place like ? escape '!'")
                .params(me(), from.replace("!", "!!").replace("_", "!_").replace("%", "!%") + "%")
                .query((row, i) -> List.of(row.getString(1).substring(from.length()), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(List::getFirst, List::getLast));
    }

    /**
     * Keeps what the acting person has typed into a field; nothing typed forgets what was kept.
     *
     * @param words beyond {@value #LONGEST} characters they are cut
     * @return when it was kept
     */
    @SignedIn
    @Transactional
    public Instant keep(String form, String field, String words) {
        var place = form + "#" + field;
        var now = clock.instant();
        if (words.isBlank()) {
            forget(place);
        } else if (write(place, words, now) == 0) {
            // Two windows of hers may begin at once: the second waits here and then finds the first one's words.
            jdbc.sql("select id from person where id = ? for update")
                    .param(me())
                    .query()
                    .listOfRows();
            if (write(place, words, now) == 0) {
                jdbc.sql("insert into unsent_words (person, place, words, kept_at) values (?, ?, ?, ?)")
                        .params(me(), place, cut(words), Timestamp.from(now))
                        .update();
                makeRoom();
            }
        }
        return now;
    }

    /** Forgets all that the acting person has typed into a form: she has sent it. */
    @SignedIn
    @Transactional
    public void sent(String form) {
        of(form).keySet().forEach(field -> forget(form + "#" + field));
    }

    private int write(String place, String words, Instant now) {
        return jdbc.sql("update unsent_words set words = ?, kept_at = ? where person = ? and place = ?")
                .params(cut(words), Timestamp.from(now), me(), place)
                .update();
    }

    private void makeRoom() {
        jdbc.sql("select place from unsent_words where person = ? order by kept_at desc, place offset " + MOST
                        + " rows")
                .param(me())
                .query(String.class)
                .list()
                .forEach(place -> forget(place));
    }

    private void forget(String place) {
        jdbc.sql("delete from unsent_words where person = ? and place = ?")
                .params(me(), place)
                .update();
    }

    private UUID me() {
        return access.requireMe().value();
    }

    private static String cut(String words) {
        return Clean.cut(words, LONGEST);
    }
}
