package org.caravanserai.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.caravanserai.text.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the demonstration meeting is made of, as it stands in {@code demo/*.json}. */
record Content(MeetingFile meeting, List<PersonEntry> people, List<ProposalEntry> proposals, List<AgendaEntry> agenda) {

    record MeetingFile(
            Named series,
            MeetingEntry meeting,
            List<VenueEntry> venues,
            List<RoomEntry> rooms,
            CallEntry call,
            List<QuestionEntry> questions,
            NextEntry nextMeeting) {}

    record Named(Map<String, String> name) {}

    record MeetingEntry(
            String slug,
            LocalDate firstDay,
            LocalDate lastDay,
            String zone,
            Map<String, String> city,
            Map<String, String> name,
            Map<String, String> description) {}

    record NextEntry(String slug, String zone, Map<String, String> name) {}

    record VenueEntry(String key, Map<String, String> name) {}

    record RoomEntry(
            String key, Map<String, String> name, String venue, int capacity, List<String> equipment, int booths) {}

    record CallEntry(Map<String, String> text) {}

    record QuestionEntry(
            String key,
            String type,
            boolean required,
            Map<String, String> text,
            @Nullable List<OptionEntry> options) {}

    record OptionEntry(String key, Map<String, String> label) {}

    record PersonEntry(
            String key,
            String country,
            @Nullable String family,
            String given,
            String order,
            String published,

            @com.fasterxml.jackson.annotation.JsonProperty("native") @Nullable
            String nativeName,

            @Nullable String kana,
            @Nullable String patronymic,
            String salutation,
            String degree,
            String rank,
            String institutionRor,
            String institutionName,
            String zone,
            String language,
            List<String> languages,
            List<String> topics,
            String email,
            Map<String, String> biography,
            boolean reviewer,
            boolean organiser,
            boolean chair,
            boolean desk) {}

    record ProposalEntry(
            String key,
            String sessionType,
            String state,
            List<String> topics,
            Map<String, String> title,

            @com.fasterxml.jackson.annotation.JsonProperty("abstract")
            Map<String, String> abstractText,

            int minutes,
            String talkLanguage,
            String slideLanguage,
            List<ContributorEntry> contributors,
            int expectedAudience,
            @Nullable List<String> unsuitable,
            @Nullable Double submittedDaysBeforeClose,
            @Nullable String forSession) {}

    record ContributorEntry(String person, String role, String state) {}

    record AgendaEntry(
            @Nullable String proposal,
            @Nullable ItemEntry item,
            @Nullable String room,
            LocalDateTime start,
            int minutes) {}

    record ItemEntry(Map<String, String> title, String type) {}

    /** Reads it all. */
    static Content read() {
        var proposals = new java.util.ArrayList<ProposalEntry>();
        for (int i = 1; new ClassPathResource("demo/proposals-" + i + ".json").exists(); i++) {
            proposals.addAll(List.of(read("proposals-" + i, ProposalEntry[].class)));
        }
        return new Content(
                read("meeting", MeetingFile.class),
                List.of(read("people", PersonEntry[].class)),
                proposals,
                List.of(read("agenda", AgendaEntry[].class)));
    }

    static LocalizedText text(Map<String, String> byTag) {
        return LocalizedText.ofTags(byTag);
    }

    static <T> T read(String file, Class<T> type) {
        var json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (var in = new ClassPathResource("demo/" + file + ".json").getInputStream()) {
            return json.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
