package org.caravanserai.meeting.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.meeting.MeetingView.RoomView;
import org.caravanserai.meeting.RoomPlanSetUp;
import org.caravanserai.meeting.RoomPlanView;
import org.caravanserai.meeting.RoomPlanView.Spot;
import org.caravanserai.shell.KeptForm;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/**
 * Where rooms are on a plan: a room is chosen, and then its place by pressing on the picture or in percent of it. What is
 * said here holds at once.
 */
class PlanSpotsEditor extends Div {

    private static final long serialVersionUID = 1L;
    private static final int PERCENT = 10;

    private final transient Words words;
    private final transient MeetingView meeting;
    private final UUID plan;
    private final transient RoomPlanSetUp plans;
    private final transient Runnable changed;
    private final Div picture = new Div();
    private final OrderedList names = new OrderedList();
    private final Select<RoomView> room = new Select<>();
    private final IntegerField across;
    private final IntegerField down;

    PlanSpotsEditor(Words words, MeetingView meeting, RoomPlanView shown, RoomPlanSetUp plans, Runnable changed) {
        this.words = words;
        this.meeting = meeting;
        this.plan = shown.key();
        this.plans = plans;
        this.changed = changed;
        addClassName("plan-spots");
        picture.addClassName("plan-picture");
        names.addClassName("plan-names");
        picture.getElement()
                .addEventListener("click", e -> {
                    var data = e.getEventData();
                    pressed(
                            data.get("Math.round(event.offsetX * 1000 / element.offsetWidth)")
                                    .intValue(),
                            data.get("Math.round(event.offsetY * 1000 / element.offsetHeight)")
                                    .intValue());
                })
                .addEventData("Math.round(event.offsetX * 1000 / element.offsetWidth)")
                .addEventData("Math.round(event.offsetY * 1000 / element.offsetHeight)");
        room.setLabel(words.get("programme.plan.room"));
        room.setId("spot-room");
        room.setItems(meeting.rooms());
        room.setItemLabelGenerator(r -> words.text(r.name()));
        room.addValueChangeListener(e -> fill());
        across = percent("programme.plan.across", "spot-across");
        down = percent("programme.plan.down", "spot-down");
        var put = new Button(
                words.get("programme.plan.put"),
                e -> put(PERCENT * KeptForm.valueOr(across, 0), PERCENT * KeptForm.valueOr(down, 0)));
        put.setId("spot-put");
        var take = new Button(words.get("programme.plan.take"), e -> take());
        take.setId("spot-take");
        var line = new Div(room, across, down, put, take);
        line.addClassName("plan-line");
        add(
                new H3(words.get("programme.plan.spots")),
                new Paragraph(words.get("programme.plan.spots.help")),
                line,
                picture,
                names);
        show();
    }

    private IntegerField percent(String key, String id) {
        var field = new IntegerField(words.get(key));
        field.setId(id);
        field.setMin(0);
        field.setMax(100);
        field.setStepButtonsVisible(true);
        return field;
    }

    private void show() {
        picture.removeAll();
        names.removeAll();
        now().ifPresent(shown -> {
            picture.add(PlansSection.image(shown, meeting.slug(), words.text(shown.description())));
            for (var spot : shown.spots()) {
                meeting.room(spot.room()).ifPresent(r -> {
                    names.add(new ListItem(words.text(r.name())));
                    picture.add(mark(spot, names.getComponentCount()));
                });
            }
        });
    }

    /** Numbers, because names would lie over each other. */
    private static Span mark(Spot spot, int number) {
        var mark = new Span(String.valueOf(number));
        mark.addClassName("plan-mark");
        mark.getStyle().set("inset-inline-start", spot.across() / 10.0 + "%").set("top", spot.down() / 10.0 + "%");
        return mark;
    }

    private void fill() {
        now().flatMap(shown -> shown.spots().stream()
                        .filter(s -> room.getValue() != null
                                && s.room().equals(room.getValue().key()))
                        .findFirst())
                .ifPresent(spot -> {
                    across.setValue(spot.across() / PERCENT);
                    down.setValue(spot.down() / PERCENT);
                });
    }

    private void pressed(int fromLeft, int fromTop) {
        across.setValue(Math.clamp(fromLeft / PERCENT, 0, 100));
        down.setValue(Math.clamp(fromTop / PERCENT, 0, 100));
        put(Math.clamp(fromLeft, 0, 1000), Math.clamp(fromTop, 0, 1000));
    }

    private void put(int fromLeft, int fromTop) {
        act(chosen -> {
            plans.place(meeting.id(), plan, chosen.key(), fromLeft, fromTop);
            Notices.done(words.get("programme.plan.isPut", words.text(chosen.name())));
        });
    }

    private void take() {
        act(chosen -> {
            plans.displace(meeting.id(), chosen.key());
            Notices.done(words.get("programme.plan.isTaken", words.text(chosen.name())));
        });
    }

    private void act(java.util.function.Consumer<RoomView> step) {
        var chosen = room.getValue();
        room.setInvalid(chosen == null);
        room.setErrorMessage(chosen == null ? words.get("programme.plan.room.missing") : "");
        if (chosen == null) {
            return;
        }
        try {
            step.accept(chosen);
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
        show();
        changed.run();
    }

    private Optional<RoomPlanView> now() {
        return plans.list(meeting.id()).stream()
                .filter(p -> p.key().equals(plan))
                .findFirst();
    }
}
