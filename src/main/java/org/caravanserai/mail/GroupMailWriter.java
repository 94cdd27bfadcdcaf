package org.caravanserai.mail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.caravanserai.people.MeetingNames;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;
import org.springframework.stereotype.Component;

/** Makes the message of each recipient out of what an organiser wrote. Nothing in it is ever interpreted. */
@Component
class GroupMailWriter {

    private static final Set<String> ALWAYS = Set.of("name", "meeting");

    private final List<RecipientGroups> modules;
    private final GroupMessageEdits edits;
    private final MeetingNames meetings;

    GroupMailWriter(List<RecipientGroups> modules, GroupMessageEdits edits, MeetingNames meetings) {
        this.modules = List.copyOf(modules);
        this.edits = edits;
        this.meetings = meetings;
    }

    /**
     * A message as one recipient will get it.
     *
     * @param language the language of the text, which is not hers where it was not written in hers
     * @param edited whether it was changed for her alone
     * @param excluded whether she is left out
     */
    record Written(Recipient to, Language language, String subject, String text, boolean edited, boolean excluded) {}

    List<RecipientGroups.Group> groups() {
        return modules.stream().flatMap(module -> module.offered().stream()).toList();
    }

    Map<String, Integer> counts(UUID meeting) {
        var counts = new HashMap<String, Integer>();
        modules.forEach(module -> counts.putAll(module.counts(meeting)));
        return counts;
    }

    /** The placeholders that all of these groups have. */
    Set<String> placeholders(Collection<String> keys) {
        var common = new TreeSet<String>();
        var chosen = groups().stream().filter(g -> keys.contains(g.key())).toList();
        chosen.forEach(group -> common.addAll(group.placeholders()));
        chosen.forEach(group -> common.retainAll(group.placeholders()));
        common.addAll(ALWAYS);
        return common;
    }

    /** The messages of all recipients; nobody gets two. */
    List<Written> write(GroupMessage message) {
        var recipients = new LinkedHashMap<String, Recipient>();
        for (var module : modules) {
            for (var recipient : module.of(message.meeting(), message.groups())) {
                recipients.putIfAbsent(recipient.email().value(), recipient);
            }
        }
        var own = new HashMap<String, GroupMessageEdit>();
        edits.findByMessage(message.key()).forEach(edit -> own.put(edit.email(), edit));
        var meeting = meetings.of(message.meeting()).orElseThrow();
        var written = new ArrayList<Written>();
        for (var recipient : recipients.values()) {
            var edit = own.get(recipient.email().value());
            var filled = fill(message, recipient, meeting);
            written.add(
                    edit != null && edit.isEdited()
                            ? new Written(
                                    recipient,
                                    filled.language(),
                                    edit.subject(),
                                    edit.textBody(),
                                    true,
                                    edit.isExcluded())
                            : new Written(
                                    recipient,
                                    filled.language(),
                                    filled.subject(),
                                    filled.text(),
                                    false,
                                    edit != null && edit.isExcluded()));
        }
        return written;
    }

    /** The message as it is for someone. */
    Written fill(GroupMessage message, Recipient recipient, MeetingNames.Named meeting) {
        var body = message.body().in(recipient.language());
        var values = new HashMap<>(recipient.values());
        values.put("name", recipient.name());
        values.put("meeting", meeting.name().text(body.language()));
        values.replaceAll((name, value) -> Clean.line(value));
        var subject = Clean.line(Placeholders.fill(message.subject().text(body.language()), values));
        return new Written(
                recipient,
                body.language(),
                Clean.cut(subject, GroupMessage.LONGEST_SUBJECT),
                Clean.lines(Placeholders.fill(body.text(), values)),
                false,
                false);
    }

    /**
     * Refuses what cannot be sent.
     *
     * @throws Refusal with everything that is missing or has no meaning
     */
    void requireSendable(GroupMessage message) {
        var problems = new ArrayList<Refusal.Problem>();
        if (message.groups().isEmpty()) {
            problems.add(Refusal.Problem.at("groups", "mailview.groups.none"));
        }
        if (message.subject().texts().values().stream().allMatch(String::isBlank)) {
            problems.add(Refusal.Problem.at("subject", "mailview.subject.none"));
        }
        if (message.body().texts().values().stream().allMatch(String::isBlank)) {
            problems.add(Refusal.Problem.at("text", "mailview.text.none"));
        }
        var known = placeholders(message.groups());
        unknown(message.subject().texts().values(), known, "subject", problems);
        unknown(message.body().texts().values(), known, "text", problems);
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }

    private static void unknown(
            Collection<String> texts, Set<String> known, String field, List<Refusal.Problem> problems) {
        var unknown = new HashSet<String>();
        texts.forEach(text -> unknown.addAll(Placeholders.unknown(text, known)));
        if (!unknown.isEmpty()) {
            problems.add(Refusal.Problem.at(
                    field, "mailview.placeholder.unknown", String.join(", ", new TreeSet<>(unknown))));
        }
    }
}
