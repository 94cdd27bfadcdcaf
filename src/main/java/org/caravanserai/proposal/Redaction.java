package org.caravanserai.proposal;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Folding;
import org.caravanserai.text.LocalizedText;

/**
 * The texts of a proposal as those read them who may not learn whose it is. Fields are named as in {@link DraftContent};
 * those that are not here are read as they were written.
 */
@Entity
class Redaction extends Aggregate implements ProposalPart {

    private static final int LONGEST_KEY = 2_000;

    private UUID proposal;

    @Convert(converter = AnswersConverter.class)
    private Map<String, String> texts = new LinkedHashMap<>();

    @Convert(converter = AnswersConverter.class)
    private Map<String, String> madeFrom = new LinkedHashMap<>();

    private LocalizedText title = LocalizedText.EMPTY;

    private LocalizedText abstractText = LocalizedText.EMPTY;

    @Column(length = LONGEST_KEY)
    private String searchKey = "";

    private Instant writtenAt = Instant.EPOCH;

    @SuppressWarnings("NullAway.Init")
    protected Redaction() {}

    Redaction(ProposalId proposal) {
        this.proposal = proposal.value();
    }

    @Override
    public ProposalId proposal() {
        return new ProposalId(proposal);
    }

    /** The fields that a reviewer reads otherwise than they were written. */
    Map<String, String> texts() {
        return Map.copyOf(texts);
    }

    /** Whether a field was written anew after its redacted text. */
    boolean isStale(String field, String original) {
        return texts.containsKey(field) && !original.equals(madeFrom.get(field));
    }

    /** Writes the redacted texts of a proposal; those that say what the original says are left to it. */
    void write(Proposal original, Map<String, String> redacted, Clock clock) {
        var originals = fields(original);
        var kept = new LinkedHashMap<String, String>();
        originals.forEach((field, text) -> {
            var instead = redacted.getOrDefault(field, text);
            if (!instead.equals(text)) {
                kept.put(field, instead);
            }
        });
        texts = kept;
        madeFrom = new LinkedHashMap<>(originals);
        madeFrom.keySet().retainAll(kept.keySet());
        show(original);
        writtenAt = clock.instant();
    }

    /**
     * Follows a proposal that was written anew: what was hidden by {@code hide} alone is hidden again in the new text;
     * what somebody wrote by hand stays until she writes it again.
     */
    void follow(Proposal changed, BiFunction<String, String, String> hide, Clock clock) {
        var originals = fields(changed);
        var kept = new LinkedHashMap<String, String>();
        var from = new LinkedHashMap<>(madeFrom);
        texts.forEach((field, text) -> {
            var now = originals.get(field);
            var before = madeFrom.getOrDefault(field, "");
            if (now != null && !now.equals(before) && text.equals(hide.apply(field, before))) {
                kept.put(field, hide.apply(field, now));
                from.put(field, now);
            } else if (now != null) {
                kept.put(field, text);
            }
        });
        texts = kept;
        madeFrom = from;
        madeFrom.keySet().retainAll(kept.keySet());
        show(changed);
        writtenAt = clock.instant();
    }

    /** What a proposal says in words of its own: titles, abstracts and answers that were typed, by field. */
    static Map<String, String> fields(Proposal proposal) {
        var fields = new LinkedHashMap<String, String>();
        proposal.title().texts().forEach((language, text) -> fields.put(DraftContent.TITLE + language.tag(), text));
        proposal.abstractText()
                .texts()
                .forEach((language, text) -> fields.put(DraftContent.ABSTRACT + language.tag(), text));
        proposal.answers().forEach((question, text) -> fields.put(DraftContent.ANSWER + question, text));
        return fields;
    }

    /** The texts of one kind, such as all titles, with those in other words put in their place. */
    static LocalizedText instead(LocalizedText original, String prefix, Map<String, String> texts) {
        var byTag = new HashMap<String, String>();
        original.texts()
                .forEach((language, text) ->
                        byTag.put(language.tag(), texts.getOrDefault(prefix + language.tag(), text)));
        return LocalizedText.ofTags(byTag);
    }

    private void show(Proposal original) {
        title = instead(original.title(), DraftContent.TITLE, texts);
        abstractText = instead(original.abstractText(), DraftContent.ABSTRACT, texts);
        searchKey = Clean.cut(Folding.fold(original.code() + " " + title.all()), LONGEST_KEY);
    }
}
