package org.caravanserai.api.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.proposal.CallReading;
import org.caravanserai.proposal.CallView;
import org.caravanserai.proposal.DraftContent;
import org.caravanserai.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes what a program sends of a draft into what a person would have typed. It names only what the meeting and its call
 * have: a draft keeps anything, but a program that means something else must hear of it.
 */
@Component
class DraftWriting {

    private final CallReading calls;
    private final MeetingDirectory meetings;

    DraftWriting(CallReading calls, MeetingDirectory meetings) {
        this.calls = calls;
        this.meetings = meetings;
    }

    /**
     * The content of a draft.
     *
     * @param before what is kept where nothing is said and programs have no say, such as unsuitable times
     * @throws ApiProblem if something is named that is not there
     */
    DraftContent content(MeetingId meeting, DraftData.Text text, DraftContent before) {
        var call = calls.of(meeting);
        var topics = meetings.byId(meeting).stream()
                .flatMap(found -> found.topics().stream())
                .map(MeetingView.TopicView::key)
                .collect(Collectors.toSet());
        var types = keys(call.map(CallView::types).orElse(List.of()).stream().map(CallView.AllowedType::sessionType));
        var questions =
                keys(call.map(CallView::questions).orElse(List.of()).stream().map(CallView.Asked::key));

        var fields = new LinkedHashMap<String, String>();
        put(fields, DraftContent.UNSUITABLE, before.get(DraftContent.UNSUITABLE));
        if (text.type() != null) {
            put(fields, DraftContent.TYPE, known(text.type(), types, "type"));
        }
        localized(fields, DraftContent.TITLE, text.title(), "title");
        localized(fields, DraftContent.ABSTRACT, text.abstractText(), "abstractText");
        put(fields, DraftContent.TOPICS, all(text.topics(), topics));
        put(fields, DraftContent.MINUTES, number(text.minutes(), "minutes"));
        put(fields, DraftContent.TALK_LANGUAGE, text.language());
        put(fields, DraftContent.SLIDE_LANGUAGE, text.slideLanguage());
        put(fields, DraftContent.AUDIENCE, number(text.expectedAudience(), "expectedAudience"));
        put(fields, DraftContent.FOR_SESSION, text.forSession());
        var answers = Objects.requireNonNullElse(text.answers(), List.<DraftData.Answer>of());
        for (int i = 0; i < answers.size(); i++) {
            var at = "answers[" + i + "].question";
            var field = DraftContent.ANSWER + known(answers.get(i).question(), questions, at);
            if (fields.containsKey(field)) {
                throw ApiProblem.body(at, "api.body.wrong");
            }
            put(fields, field, answers.get(i).text());
        }
        return new DraftContent(fields);
    }

    private static Set<UUID> keys(Stream<UUID> keys) {
        return keys.collect(Collectors.toSet());
    }

    private static String all(@Nullable List<UUID> stated, Set<UUID> known) {
        var topics = Objects.requireNonNullElse(stated, List.<UUID>of());
        for (int i = 0; i < topics.size(); i++) {
            known(topics.get(i), known, "topics[" + i + "]");
        }
        return topics.stream().map(UUID::toString).distinct().collect(Collectors.joining(","));
    }

    private static String known(UUID key, Set<UUID> known, String at) {
        if (!known.contains(key)) {
            throw ApiProblem.body(at, "api.body.wrong");
        }
        return key.toString();
    }

    private static String number(@Nullable Integer stated, String at) {
        if (stated == null) {
            return "";
        }
        if (stated < 0) {
            throw ApiProblem.body(at, "api.body.wrong");
        }
        return stated.toString();
    }

    private static void localized(
            Map<String, String> fields, String prefix, @Nullable LocalizedData stated, String at) {
        if (stated != null) {
            stated.texts().forEach((tag, text) -> {
                var language = Arrays.stream(Language.values())
                        .anyMatch(known -> known.tag().equals(tag));
                if (!language || text == null) {
                    throw ApiProblem.body(at, "api.body.wrong");
                }
                put(fields, prefix + tag, text);
            });
        }
    }

    private static void put(Map<String, String> fields, String field, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            fields.put(field, text);
        }
    }
}
