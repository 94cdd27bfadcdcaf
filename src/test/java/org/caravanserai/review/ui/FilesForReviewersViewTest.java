package org.caravanserai.review.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.caravanserai.people.Person;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.ProposalFiles;
import org.caravanserai.proposal.ReviewerTexts;
import org.caravanserai.review.Committee;
import org.caravanserai.review.reviewing.Blindness;
import org.caravanserai.review.reviewing.ReviewPhase;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Authors choose the files that reviewers get, and are told which of them give the authors away. */
@IntegrationTest
class FilesForReviewersViewTest extends SpringBrowserlessTest {

    @Autowired
    Committee committee;

    @Autowired
    ProposalFiles files;

    @Autowired
    ReviewerTexts texts;

    private Person author;
    private Proposal proposal;

    @BeforeEach
    void aProposalUnderDoubleBlindReview() {
        var scene = committee.scene();
        author = committee.person("Dinara Bekova", "", Language.EN, "KG");
        proposal = committee.submitted(scene, author, LocalizedText.english("Salt"), 0, 0, "en");
        committee.plan(
                scene,
                c -> c.blind(Map.of(
                        ReviewPhase.BIDDING, Blindness.DOUBLE,
                        ReviewPhase.REVIEWING, Blindness.DOUBLE,
                        ReviewPhase.DISCUSSION, Blindness.DOUBLE)));
    }

    @Test
    void sheIsToldWhatGivesHerAwayAndMayGiveTheFileAllTheSame() {
        var telling = add("As <w:t>Bekova</w:t> has shown");
        var silent = add("We weigh salt");
        Acting.as(author.id(), () -> {
            UI.getCurrent().navigate("proposals/" + proposal.code() + "/for-reviewers");
            assertThat(chips(telling)).containsExactly("Bekova");
            assertThat(said(telling)).containsExactly("Gives the authors away");
            assertThat(chips(silent)).isEmpty();
            assertThat(said(silent)).singleElement().asString().startsWith("Nothing in this file names");

            var shown =
                    find(Checkbox.class, view()).withId("veil-file-" + telling).single();
            test(shown).click();
            assertThat(said(telling)).containsExactly("Reviewers get this file, and it gives the authors away");
            assertThat(texts.of(proposal.id()).orElseThrow().files())
                    .filteredOn(f -> f.key().equals(telling))
                    .singleElement()
                    .satisfies(f -> assertThat(f.shown()).isTrue());
        });
    }

    private List<String> chips(UUID file) {
        return find(Span.class, result(file)).all().stream().map(Span::getText).toList();
    }

    private List<String> said(UUID file) {
        return find(Paragraph.class, result(file)).all().stream()
                .map(Paragraph::getText)
                .toList();
    }

    private Div result(UUID file) {
        return find(Div.class, view()).withId("veil-found-" + file).single();
    }

    private Component view() {
        return (Component) getCurrentView();
    }

    private UUID add(String words) {
        var document = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(document)) {
            for (var entry : Map.of("[Content_Types].xml", "<Types/>", "word/document.xml", "<w:p>" + words + "</w:p>")
                    .entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return Acting.as(
                author.id(),
                () -> files.add(proposal.id(), new ProposalFiles.Upload(null, "a.docx", document.toByteArray()))
                        .key());
    }
}
