package org.caravanserai.proposal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.meeting.SessionTypes;
import org.caravanserai.meeting.Topic;
import org.caravanserai.meeting.Topics;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.springframework.stereotype.Component;

/** Writes a proposal down field by field, in words that stay readable when topics and people are renamed later. */
@Component
class Snapshots {

    /** The field of the contributors, one a line. */
    static final String CONTRIBUTORS = "contributors";

    /** The field of the files' names, one a line. */
    static final String FILES = "files";

    private final SessionTypes types;
    private final Topics topics;
    private final Contributors contributors;
    private final StoredProposalFiles files;

    Snapshots(SessionTypes types, Topics topics, Contributors contributors, StoredProposalFiles files) {
        this.types = types;
        this.topics = topics;
        this.contributors = contributors;
        this.files = files;
    }

    Map<String, String> of(Proposal proposal) {
        return of(
                proposal,
                types.findById(proposal.sessionType()).map(SessionType::name).orElse(LocalizedText.EMPTY),
                topics(proposal),
                contributors.named(proposal.key()).stream().map(Snapshots::line).toList(),
                files.findByProposalOrderByUploadedAt(proposal.key()).stream()
                        .map(ProposalFile::fileName)
                        .toList());
    }

    /** As {@link #of(Proposal)}, with what belongs to the proposal at hand already: for many proposals at once. */
    static Map<String, String> of(
            Proposal proposal,
            LocalizedText type,
            List<LocalizedText> topics,
            List<String> people,
            List<String> files) {
        var fields = new LinkedHashMap<String, String>();
        for (var language : proposal.title().languages()) {
            fields.put(DraftContent.TITLE + language.tag(), proposal.title().exactly(language));
        }
        for (var language : proposal.abstractText().languages()) {
            fields.put(
                    DraftContent.ABSTRACT + language.tag(),
                    proposal.abstractText().exactly(language));
        }
        fields.put(DraftContent.TYPE, type.text(Language.EN));
        fields.put(
                DraftContent.TOPICS,
                topics.stream().map(topic -> topic.text(Language.EN)).collect(Collectors.joining(", ")));
        fields.put(DraftContent.MINUTES, Integer.toString(proposal.minutes()));
        fields.put(DraftContent.TALK_LANGUAGE, proposal.talkLanguage());
        fields.put(DraftContent.SLIDE_LANGUAGE, proposal.slideLanguage());
        fields.put(
                DraftContent.AUDIENCE,
                proposal.expectedAudience() == 0 ? "" : Integer.toString(proposal.expectedAudience()));
        fields.put(DraftContent.UNSUITABLE, proposal.times().toString().replace(",", ", "));
        proposal.answers().forEach((question, answer) -> fields.put(DraftContent.ANSWER + question, answer));
        fields.put(CONTRIBUTORS, String.join("\n", people));
        fields.put(FILES, String.join("\n", files));
        fields.values().removeIf(String::isEmpty);
        return fields;
    }

    private List<LocalizedText> topics(Proposal proposal) {
        Map<UUID, Topic> byKey =
                topics.findAllById(proposal.topics()).stream().collect(Collectors.toMap(Topic::key, topic -> topic));
        return proposal.topics().stream()
                .flatMap(key -> java.util.Optional.ofNullable(byKey.get(key)).stream())
                .map(Topic::name)
                .toList();
    }

    private static String line(Contributors.Named named) {
        var person = named.getPerson();
        return line(
                person == null
                        ? named.getContributor().invitedName()
                        : person.name().published(),
                named.getContributor().role());
    }

    /** A person on a proposal in one line. */
    static String line(String name, ContributorRole role) {
        return name + " (" + role.name().toLowerCase(java.util.Locale.ROOT) + ")";
    }

    /** The fields that differ between two snapshots, in a steady order. */
    static List<String> differences(Map<String, String> before, Map<String, String> after) {
        var all = new java.util.TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        all.removeIf(field -> before.getOrDefault(field, "").equals(after.getOrDefault(field, "")));
        return List.copyOf(all);
    }
}
