package org.caravanserai.proposal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;

/**
 * What has been typed into a proposal's form, exactly as typed: nothing is judged before it is submitted. Empty fields are
 * absent.
 *
 * @param fields the typed texts by field, such as {@code title.en}, {@code minutes} or {@code answer.} with a question's key
 */
public record DraftContent(Map<String, String> fields) {

    /** The longest text of one field. */
    public static final int LONGEST = 100_000;

    /** The most fields there may be. */
    public static final int MOST = 300;

    /** The field of the session type's key. */
    public static final String TYPE = "type";

    /** The field of the topics' keys, separated by commas, the main one first. */
    public static final String TOPICS = "topics";

    /** The field of the wished length in minutes. */
    public static final String MINUTES = "minutes";

    /** The field of the language that is spoken. */
    public static final String TALK_LANGUAGE = "talkLanguage";

    /** The field of the language that is shown. */
    public static final String SLIDE_LANGUAGE = "slideLanguage";

    /** The field of the number of people who may come. */
    public static final String AUDIENCE = "expectedAudience";

    /** The field of the session that a talk is meant for, by its code. */
    public static final String FOR_SESSION = "forSession";

    /** The field of the unsuitable times, separated by commas. */
    public static final String UNSUITABLE = "unsuitable";

    /** The title's fields begin with this and end with a language's tag. */
    public static final String TITLE = "title.";

    /** The abstract's fields begin with this and end with a language's tag. */
    public static final String ABSTRACT = "abstract.";

    /** The answers' fields begin with this and end with a question's key. */
    public static final String ANSWER = "answer.";

    /** Nothing typed yet. */
    public static final DraftContent EMPTY = new DraftContent(Map.of());

    /** @throws Refusal if a field is longer than {@link #LONGEST} or there are more than {@link #MOST} */
    public DraftContent {
        var kept = new TreeMap<String, String>();
        fields.forEach((field, typed) -> {
            if (typed.length() > LONGEST) {
                throw Refusal.at(field, "proposal.draft.long", LONGEST);
            }
            if (!typed.isEmpty()) {
                // PostgreSQL refuses the null character in texts.
                kept.put(field, typed.replace("\0", ""));
            }
        });
        if (kept.size() > MOST) {
            throw Refusal.of("proposal.draft.long", LONGEST);
        }
        fields = Collections.unmodifiableMap(kept);
    }

    /** What is typed in a field; the empty string if nothing. */
    public String get(String field) {
        return fields.getOrDefault(field, "");
    }

    /** This content with one field set, or removed when the text is empty. */
    public DraftContent with(String field, String typed) {
        var changed = new TreeMap<>(fields);
        changed.put(field, typed);
        return new DraftContent(changed);
    }

    /** The texts of a field in several languages; {@code prefix} is {@link #TITLE} or {@link #ABSTRACT}. */
    public LocalizedText localized(String prefix) {
        var text = LocalizedText.EMPTY;
        for (var language : Language.values()) {
            text = text.with(language, get(prefix + language.tag()));
        }
        return text;
    }

    /** This content with a field set in several languages. */
    public DraftContent with(String prefix, LocalizedText text) {
        var changed = new TreeMap<>(fields);
        for (var language : Language.values()) {
            changed.put(prefix + language.tag(), text.exactly(language));
        }
        return new DraftContent(changed);
    }

    /** The parts of a field that holds several, such as {@link #TOPICS}. */
    public List<String> several(String field) {
        return get(field).isEmpty() ? List.of() : List.of(get(field).split(","));
    }

    /** The fields that are not alike in two contents. */
    public Set<String> differences(DraftContent other) {
        var all = new LinkedHashSet<>(fields.keySet());
        all.addAll(other.fields.keySet());
        all.removeIf(field -> get(field).equals(other.get(field)));
        return all;
    }

    /**
     * Joins two contents that come from the same one: what only one side changed is taken from it.
     *
     * @param base what both began with
     * @param mine one side, which wins where both changed the same field
     * @param theirs the other side
     */
    public static Merge merge(DraftContent base, DraftContent mine, DraftContent theirs) {
        var merged = theirs;
        var clashes = new ArrayList<String>();
        for (var field : mine.differences(base)) {
            if (!theirs.get(field).equals(base.get(field)) && !theirs.get(field).equals(mine.get(field))) {
                clashes.add(field);
            }
            merged = merged.with(field, mine.get(field));
        }
        return new Merge(merged, List.copyOf(clashes));
    }

    /**
     * Two contents joined.
     *
     * @param content the joined content
     * @param clashes the fields that both sides changed, each to something else
     */
    public record Merge(DraftContent content, List<String> clashes) {}

    /** The form's content for a proposal that was never typed, such as one that came from a spreadsheet. */
    static DraftContent of(Proposal proposal, String sessionCode) {
        var content = EMPTY.with(TYPE, proposal.sessionType().toString())
                .with(
                        TOPICS,
                        String.join(
                                ",",
                                proposal.topics().stream().map(UUID::toString).toList()))
                .with(MINUTES, Integer.toString(proposal.minutes()))
                .with(TALK_LANGUAGE, proposal.talkLanguage())
                .with(SLIDE_LANGUAGE, proposal.slideLanguage())
                .with(AUDIENCE, proposal.expectedAudience() == 0 ? "" : Integer.toString(proposal.expectedAudience()))
                .with(FOR_SESSION, sessionCode)
                .with(UNSUITABLE, proposal.times().toString())
                .with(TITLE, proposal.title())
                .with(ABSTRACT, proposal.abstractText());
        for (var answer : proposal.answers().entrySet()) {
            content = content.with(ANSWER + answer.getKey(), answer.getValue());
        }
        return content;
    }
}
