package org.caravanserai.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.caravanserai.programme.PublicMeetings;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The meetings that are open to the public. */
@RestController
@RequestMapping("/api/v1")
class MeetingsEndpoints {

    private static final Comparator<PublicMeetings.Line> ORDER =
            Comparator.comparing(PublicMeetings.Line::firstDay).thenComparing(PublicMeetings.Line::slug);

    private final PublicMeetings meetings;

    MeetingsEndpoints(PublicMeetings meetings) {
        this.meetings = meetings;
    }

    @GetMapping("/meetings")
    @Endpoint(summary = "The meetings, by their first day", published = true, answers = MeetingData.class, paged = true)
    ResponseEntity<byte[]> meetings(Paging paging, HttpServletRequest request) {
        var after = paging.after("meetings", 2);
        var rows = meetings.open().stream()
                .sorted(ORDER)
                .filter(line -> after.isEmpty() || key(line).compareTo(String.join(" ", after.get())) > 0)
                .limit(paging.limit() + 1L)
                .toList();
        return Answers.published(
                paging.page(
                        "meetings", rows, line -> List.of(line.firstDay().toString(), line.slug()), MeetingData::of),
                request);
    }

    @GetMapping("/meetings/{meeting}")
    @Endpoint(summary = "A meeting", published = true, answers = MeetingData.MeetingDescribed.class)
    ResponseEntity<byte[]> meeting(@PathVariable String meeting, HttpServletRequest request) {
        return Answers.published(
                MeetingData.MeetingDescribed.of(meetings.find(meeting).orElseThrow(ApiProblem::notFound)), request);
    }

    /** Days of four digits sort as they follow each other. */
    private static String key(PublicMeetings.Line line) {
        return line.firstDay() + " " + line.slug();
    }
}
