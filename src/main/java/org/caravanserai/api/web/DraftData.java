package org.caravanserai.api.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.proposal.DraftContent;
import org.caravanserai.proposal.ProposalDrafting.OpenDraft;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.proposal.ProposalSubmission.Receipt;
import org.caravanserai.text.Language;
import org.jspecify.annotations.Nullable;

/** What is being written of a proposal, as its contributors read and write it. */
final class DraftData {

    private DraftData() {}

    /** An answer to a question of the call, as it is typed. */
    record Answer(
            @Says("Key of the question") UUID question,

            @Says("The text; keys of options with commas between them; yes or no; a number; or a date")
            String text) {}

    /** What is to stand in a draft. */
    record Text(
            @Says("Key of its session type") @Nullable UUID type,
            @Nullable LocalizedData title,
            @Says("Markdown") @Nullable LocalizedData abstractText,

            @Says("Keys of its topics, the main one first") @Nullable
            List<UUID> topics,

            @Nullable Integer minutes,

            @Says("BCP 47 tag of what is spoken, one of the meeting's languages") @Nullable
            String language,

            @Says("BCP 47 tag of what is shown, one of the meeting's languages") @Nullable
            String slideLanguage,

            @Says("How many people may come") @Nullable Integer expectedAudience,

            @Says("For a talk, the id of the proposed session it is meant for") @Nullable
            String forSession,

            @Nullable List<Answer> answers) {}

    /** A draft. */
    record Draft(
            @Says("The proposal's public code of six characters")
            String id,

            @Says("Where the proposal stands, as it was handed in last")
            ProposalState state,

            @Says("Whether it can be handed in now") boolean open,
            @Says("Key of its session type") Optional<UUID> type,
            LocalizedData title,
            @Says("Markdown") LocalizedData abstractText,
            @Says("Keys of its topics, the main one first") List<UUID> topics,
            Optional<Integer> minutes,
            @Says("BCP 47 tag of what is spoken") Optional<String> language,
            @Says("BCP 47 tag of what is shown") Optional<String> slideLanguage,
            @Says("How many people may come") Optional<Integer> expectedAudience,

            @Says("For a talk, the id of the proposed session it is meant for")
            Optional<String> forSession,

            List<Answer> answers,
            Instant savedAt) {

        static Draft of(OpenDraft draft, boolean open) {
            var content = draft.content();
            return new Draft(
                    draft.code(),
                    draft.state(),
                    open,
                    key(content.get(DraftContent.TYPE)),
                    localized(content, DraftContent.TITLE),
                    localized(content, DraftContent.ABSTRACT),
                    content.several(DraftContent.TOPICS).stream()
                            .flatMap(topic -> key(topic).stream())
                            .toList(),
                    number(content.get(DraftContent.MINUTES)),
                    Data.filled(content.get(DraftContent.TALK_LANGUAGE)),
                    Data.filled(content.get(DraftContent.SLIDE_LANGUAGE)),
                    number(content.get(DraftContent.AUDIENCE)),
                    Data.filled(content.get(DraftContent.FOR_SESSION)),
                    answersIn(content),
                    draft.savedAt());
        }
    }

    /** What came of handing a proposal in. */
    record Submitted(
            @Says("The proposal's public code of six characters")
            String id,

            ProposalState state,

            @Says("Whether it had not been handed in before")
            boolean first,

            @Says("The number of the revision that it made; left out if nothing had changed")
            Optional<Integer> revision) {

        static Submitted of(OpenDraft now, Receipt receipt) {
            return new Submitted(now.code(), now.state(), receipt.first(), receipt.revision());
        }
    }

    private static LocalizedData localized(DraftContent content, String prefix) {
        var texts = new LinkedHashMap<String, String>();
        Arrays.stream(Language.values())
                .filter(language -> !content.get(prefix + language.tag()).isEmpty())
                .forEach(language -> texts.put(language.tag(), content.get(prefix + language.tag())));
        return new LocalizedData(texts);
    }

    private static List<Answer> answersIn(DraftContent content) {
        return content.fields().entrySet().stream()
                .filter(field -> field.getKey().startsWith(DraftContent.ANSWER))
                .flatMap(field -> key(field.getKey().substring(DraftContent.ANSWER.length())).stream()
                        .map(question -> new Answer(question, field.getValue())))
                .toList();
    }

    /** What people type need not be a key or a number: it is then for them alone to put right. */
    private static Optional<UUID> key(String typed) {
        try {
            return Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> number(String typed) {
        return typed.strip().matches("\\d{1,9}") ? Optional.of(Integer.valueOf(typed.strip())) : Optional.empty();
    }
}
