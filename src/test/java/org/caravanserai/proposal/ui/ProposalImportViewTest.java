package org.caravanserai.proposal.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.virtuallist.VirtualList;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.caravanserai.people.Role;
import org.caravanserai.proposal.ImportUndoing;
import org.caravanserai.proposal.ProposalImport;
import org.caravanserai.proposal.Proposing;
import org.caravanserai.proposal.SheetUpload;
import org.caravanserai.proposal.sheet.Target;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@ViewPackages(packages = "org.caravanserai")
class ProposalImportViewTest extends SpringBrowserlessTest {

    @Autowired
    Proposing proposing;

    @Autowired
    SheetUpload upload;

    @Autowired
    ProposalImport imports;

    @Autowired
    ImportUndoing undoing;

    @Test
    void theFileThatWaitsIsShownWithItsColumnsAndACorrectionIsKept() {
        var setting = proposing.meeting();
        var meeting = setting.meeting();
        var organiser = proposing.person("Asel NURLANOVA", Role.ORGANISER, meeting);
        Acting.as(organiser.id(), () -> {
            upload.put(meeting.id(), "a.csv", "Title,Odd\nSalt,<b>x</b>\n".getBytes(StandardCharsets.UTF_8));
            UI.getCurrent().navigate("meetings/" + meeting.slug().value() + "/import");
            assertThat(column(0).getValue()).isEqualTo(new Target(Target.Field.TITLE, Target.IN_TALK_LANGUAGE));

            column(1).setValue(Target.of(Target.Field.NOTES));

            assertThat(upload.get(meeting.id())
                            .orElseThrow()
                            .mapping()
                            .columns()
                            .getLast())
                    .isEqualTo(Target.of(Target.Field.NOTES));
            find(Button.class).withId("sheet-check").single().click();
            assertThat(find(Button.class).withId("sheet-take").single().isEnabled())
                    .isTrue();
        });
    }

    @Test
    void problemsAreListedAndNothingCanBeTakenInWhileTheyStand() {
        var setting = proposing.meeting();
        var meeting = setting.meeting();
        var organiser = proposing.person("Asel NURLANOVA", Role.ORGANISER, meeting);
        Acting.as(organiser.id(), () -> {
            upload.put(meeting.id(), "a.csv", "Title,Type,Speakers\nSalt,Opera,A\n".getBytes(StandardCharsets.UTF_8));
            UI.getCurrent().navigate("meetings/" + meeting.slug().value() + "/import");
            find(Button.class).withId("sheet-check").single().click();
            assertThat(find(Button.class).withId("sheet-take").single().isEnabled())
                    .isFalse();
            assertThat(find(VirtualList.class).withId("sheet-problems").exists())
                    .isTrue();
        });
    }

    @Test
    void earlierImportsStandBelowAndCanBeUndone() {
        var setting = proposing.meeting();
        var meeting = setting.meeting();
        var organiser = proposing.person("Asel NURLANOVA", Role.ORGANISER, meeting);
        Acting.as(organiser.id(), () -> {
            upload.put(meeting.id(), "a.csv", "Title,Speakers\nSalt,A B\n".getBytes(StandardCharsets.UTF_8));
            imports.take(meeting.id(), new ProposalImport.Choices(false, Map.of()), new ProposalImport.Progress() {
                @Override
                public void at(int done, int of) {}

                @Override
                public boolean isCancelled() {
                    return false;
                }
            });
            UI.getCurrent().navigate("meetings/" + meeting.slug().value() + "/import");
            var past = find(Section.class).withId("sheet-past").single();
            find(Button.class).from(past).single().click();
            assertThat(undoing.past(meeting.id()).getFirst().withdrawn()).isEqualTo(1);
        });
    }

    @Test
    void whoDoesNotOrganiseTheMeetingIsNotShownIt() {
        var setting = proposing.meeting();
        var reviewer = proposing.person("A Reviewer", Role.REVIEWER, setting.meeting());
        Acting.as(reviewer.id(), () -> {
            UI.getCurrent().navigate("meetings/" + setting.meeting().slug().value() + "/import");
            assertThat(getCurrentView()).isNotInstanceOf(ProposalImportView.class);
        });
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Target> column(int column) {
        return find(ComboBox.class).withId("sheet-column-" + column).single();
    }
}
