package org.caravanserai.review.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import org.caravanserai.review.Committee;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@ViewPackages(packages = "org.caravanserai")
class DecisionRoomViewsTest extends SpringBrowserlessTest {

    @Autowired
    Committee committee;

    @Test
    void whatStandsAboveTheRankLineIsSelectedAndHeldAgainstTheQuotas() {
        var scene = committee.scene();
        committee.many(scene, 6);
        Acting.as(scene.chair(), () -> {
            open(scene, Map.of("line", List.of("3"), "total", List.of("4"), "sort", List.of("CODE")));
            var view = (Component) getCurrentView();
            assertThat(view.getClass().getSimpleName()).isEqualTo("DecisionRoomView");
            var grid = find(Grid.class, view).withId("room-grid").single();
            assertThat(grid.getSelectedItems()).hasSize(3);
            assertThat(find(NativeTable.class, view).all())
                    .extracting(NativeTable::getCaptionText)
                    .contains("0 of 1 quotas are kept");

            test(find(IntegerField.class, view).withId("room-line").single()).setValue(4);

            assertThat(grid.getSelectedItems()).hasSize(4);
            assertThat(find(NativeTable.class, view).all())
                    .extracting(NativeTable::getCaptionText)
                    .contains("1 of 1 quotas are kept");
        });
    }

    @Test
    void whatAnAddressCannotSayNarrowsNothing() {
        var scene = committee.scene();
        committee.many(scene, 3);
        Acting.as(scene.organiser(), () -> {
            open(scene, Map.of("line", List.of("-7"), "topic", List.of("<script>"), "sort", List.of("x")));
            var grid = find(Grid.class, (Component) getCurrentView())
                    .withId("room-grid")
                    .single();
            assertThat(grid.getGenericDataView().getItems().toList()).hasSize(3);
            assertThat(grid.getSelectedItems()).isEmpty();
        });
    }

    @Test
    void aFilterKeptUnderANameLeadsBackToWhatItShowed() {
        var scene = committee.scene();
        committee.many(scene, 6);
        for (var page : List.of("room", "proposals")) {
            Acting.as(scene.chair(), () -> {
                var address = "meetings/" + scene.meeting().slug().value() + "/" + page;
                UI.getCurrent().navigate(address, QueryParameters.of("language", "ja"));
                test(find(Button.class, (Component) getCurrentView())
                                .withId("saved-filters")
                                .single())
                        .click();
                test(find(TextField.class).withId("saved-name").single()).setValue("In Japanese");
                test(find(Button.class).withId("saved-keep").single()).click();

                UI.getCurrent().navigate(address);
                test(find(Button.class, (Component) getCurrentView())
                                .withId("saved-filters")
                                .single())
                        .click();
                test(find(Button.class).withText("In Japanese").single()).click();

                assertThat(find(Grid.class, (Component) getCurrentView())
                                .single()
                                .getGenericDataView()
                                .getItems()
                                .toList())
                        .hasSize(2);
            });
        }
    }

    @Test
    void theReportsOpenForThoseWhoDecideAndForNobodyElse() {
        var scene = committee.scene();
        committee.many(scene, 3);
        for (var page : List.of("room", "review-reports")) {
            Acting.as(scene.reviewer(), () -> {
                UI.getCurrent().navigate("meetings/" + scene.meeting().slug().value() + "/" + page);
                assertThat(getCurrentView().getClass().getSimpleName())
                        .isNotIn("DecisionRoomView", "ReviewReportsView");
            });
        }
        Acting.as(scene.chair(), () -> {
            UI.getCurrent().navigate("meetings/" + scene.meeting().slug().value() + "/review-reports");
            assertThat(find(NativeTable.class, (Component) getCurrentView()).all())
                    .as("who was accepted by country, topic and first time; nothing is reviewed yet")
                    .hasSize(3);
        });
    }

    private static void open(Committee.Scene scene, Map<String, List<String>> query) {
        UI.getCurrent().navigate("meetings/" + scene.meeting().slug().value() + "/room", new QueryParameters(query));
    }
}
