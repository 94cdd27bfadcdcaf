package org.caravanserai.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.junit.jupiter.api.Test;

class RelatedSessionsTest {

    private final List<SessionPart> sessions = new ArrayList<>();

    @Test
    void aSessionOnTheSameThingsIsNamedWithTheWordsThatBothSay() {
        session("SALT", "Salt and dust from the dry seabed", "Saxaul planted on the seabed binds dust and salt.");
        session("SAXAUL", "Planting saxaul", "How saxaul keeps salt and dust on the seabed of the lake.");
        session("GLACIER", "Glaciers of the Tien Shan", "Satellites measure the melting of ice.");
        session("MODELS", "Language models", "Machines that read manuscripts in old scripts.");

        var related = programme().related(of("SALT"));

        assertThat(related).extracting(r -> r.session().code()).containsExactly("SAXAUL");
        assertThat(related.getFirst().words()).contains("dust").hasSizeBetween(2, 4);
    }

    @Test
    void japaneseAndRussianAreReadByTheirWords() {
        session("JA1", LocalizedText.of(Language.JA, "アラル海の塩と砂塵の植生回復"));
        session("JA2", LocalizedText.of(Language.JA, "植生回復による砂塵と塩の抑制"));
        session("RU1", LocalizedText.of(Language.RU, "Ледники Памира и таяние снега"));
        session("RU2", LocalizedText.of(Language.RU, "О таянии снегов и ледников"));

        assertThat(codes("JA1")).containsExactly("JA2");
        assertThat(codes("RU2")).containsExactly("RU1");
    }

    @Test
    void atMostFiveAreNamedAndNeverTheSessionItself() {
        for (int i = 0; i < 9; i++) {
            session("SAME" + i, "Hydrogen pipelines number " + i, "Hydrogen in pipelines under pressure.");
        }
        session("OTHER", "Manuscripts", "Paper and ink.");

        assertThat(codes("SAME3")).hasSize(5).doesNotContain("SAME3", "OTHER");
        assertThat(codes("OTHER")).isEmpty();
    }

    private List<String> codes(String code) {
        return programme().related(of(code)).stream()
                .map(r -> r.session().code())
                .toList();
    }

    private SessionPart of(String code) {
        return sessions.stream().filter(s -> s.code().equals(code)).findFirst().orElseThrow();
    }

    private Programme programme() {
        return SampleProgramme.of(List.of(), List.copyOf(sessions));
    }

    private void session(String code, LocalizedText title) {
        sessions.add(SampleProgramme.saying(code, title, LocalizedText.EMPTY));
    }

    private void session(String code, String title, String text) {
        sessions.add(SampleProgramme.saying(code, LocalizedText.english(title), LocalizedText.english(text)));
    }
}
