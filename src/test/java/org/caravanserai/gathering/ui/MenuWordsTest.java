package org.caravanserai.gathering.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.caravanserai.text.Language;
import org.caravanserai.text.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MenuWordsTest {

    private final Messages messages = new Messages();

    @ParameterizedTest
    @EnumSource(Language.class)
    void noTwoPlacesOfAPersonHaveTheSameName(Language language) {
        assertThat(Stream.of(
                                "proposal.mine.title",
                                "appointment.mine.title",
                                "meeting.list.title",
                                "poll.title",
                                "finding.title",
                                "booking.title",
                                "finding.hours.title")
                        .map(key -> messages.get(language, key)))
                .doesNotHaveDuplicates();
    }
}
