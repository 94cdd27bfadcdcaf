package org.caravanserai.gathering.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import org.caravanserai.gathering.booking.BookingRules;
import org.caravanserai.gathering.booking.MyOfficeHours;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.shell.CopyButton;
import org.caravanserai.shell.KeptForm;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Words;

/** A person's own office hours: who has booked them, and how they can be booked, kept as it is typed. */
@Route(value = "office-hours", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/meeting.css")
@StyleSheet("context://styles/finding.css")
class OfficeHoursView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final Words words = Words.here();
    private final transient MyOfficeHours service;
    private final transient PeopleProperties properties;
    private final Checkbox open = new Checkbox();
    private final TextArea intro = new TextArea();
    private final TextField place = new TextField();
    private final WeekField week;
    private final DaysField days;
    private final IntegerField minutes;
    private final IntegerField pause;
    private final IntegerField dayLimit;
    private final IntegerField notice;
    private final IntegerField horizon;
    private final Checkbox approval = new Checkbox();
    private final TextArea questions = new TextArea();
    private final Div address = new Div();
    private long version;

    OfficeHoursView(MyOfficeHours service, PeopleProperties properties, Clock clock) {
        this.service = service;
        this.properties = properties;
        addClassNames("view", "hours", "office-hours");
        address.addClassName("office-address");
        var own = service.read();
        open.setId("office-open");
        open.setLabel(words.get("booking.open"));
        text(intro, "office-intro", words.get("booking.intro"), words.get("booking.intro.help"));
        intro.setMaxLength(BookingRules.LONGEST_INTRO);
        intro.setValueChangeMode(ValueChangeMode.LAZY);
        place.setId("office-place");
        place.setLabel(words.get("booking.place"));
        place.setHelperText(words.get("booking.place.help"));
        place.setMaxLength(BookingRules.LONGEST_PLACE);
        place.setValueChangeMode(ValueChangeMode.LAZY);
        week = new WeekField(words, words.get("booking.week", words.city()), "office-week");
        week.setHelperText(words.get("booking.week.help"));
        days = new DaysField(words);
        days.setHelperText(words.get("booking.days.help"));
        minutes = number("minutes");
        pause = number("pause");
        dayLimit = number("dayLimit");
        notice = number("notice");
        horizon = number("horizon");
        approval.setId("office-approval");
        approval.setLabel(words.get("booking.approval"));
        text(questions, "office-questions", words.get("booking.questions"), words.get("booking.questions.help"));
        questions.setValueChangeMode(ValueChangeMode.LAZY);
        var form = new KeptForm(words.get("booking.rules"), clock)
                .with("open", open)
                .with(address)
                .with("intro", intro)
                .with("place", place)
                .with("week", week)
                .with("days", days)
                .with("minutes", minutes)
                .with("pause", pause)
                .with("dayLimit", dayLimit)
                .with("notice", notice)
                .with("horizon", horizon)
                .with("approval", approval)
                .with("questions", questions)
                .keeping(this::keep)
                .whenStale(
                        () -> service.read().rules().intro(),
                        () -> version = service.read().version(),
                        this::show);
        show(own);
        add(
                new PageHeader(words.get("booking.title")).with(words.get("booking.purpose")),
                new BookedSection(words, service),
                form);
    }

    @Override
    public String getPageTitle() {
        return words.get("booking.title") + " · Caravanserai";
    }

    private void keep() {
        version = service.keep(
                version,
                new BookingRules(
                        open.getValue(),
                        intro.getValue(),
                        place.getValue(),
                        KeptForm.valueOr(minutes, 0),
                        KeptForm.valueOr(pause, -1),
                        KeptForm.valueOr(dayLimit, 0),
                        KeptForm.valueOr(notice, -1),
                        KeptForm.valueOr(horizon, 0),
                        approval.getValue(),
                        List.of(questions.getValue().split("\n", -1)),
                        week.read("week"),
                        days.read()));
        showAddress(service.read());
    }

    private void show() {
        show(service.read());
    }

    private void show(MyOfficeHours.Own own) {
        var rules = own.rules();
        version = own.version();
        open.setValue(rules.open());
        intro.setValue(rules.intro());
        place.setValue(rules.place());
        week.show(rules.week());
        days.show(rules.days());
        minutes.setValue(rules.minutes());
        pause.setValue(rules.pause());
        dayLimit.setValue(rules.dayLimit());
        notice.setValue(rules.noticeHours());
        horizon.setValue(rules.horizonDays());
        approval.setValue(rules.approval());
        questions.setValue(String.join("\n", rules.questions()));
        showAddress(own);
    }

    /** Where others book, and how many slots they find there. */
    private void showAddress(MyOfficeHours.Own own) {
        address.removeAll();
        if (own.rules().open() && !own.code().isEmpty()) {
            var link = new Anchor("/book/" + own.code(), properties.address("/book/" + own.code()));
            link.setRouterIgnore(true);
            var move = new Button(words.get("booking.address.new"), e -> {
                service.move();
                show();
                Notices.done(words.get("booking.address.moved"));
            });
            move.setId("office-address-new");
            move.addThemeVariants(ButtonVariant.TERTIARY);
            var copy = new CopyButton(words.get("shell.copy"), link::getText, words.get("shell.copied"));
            copy.setId("office-address-copy");
            address.add(new Paragraph(link), copy, move, muted(words.get("booking.free", own.free())));
        } else {
            address.add(muted(words.get("booking.closed")));
        }
    }

    private static void text(TextArea area, String id, String label, String help) {
        area.setId(id);
        area.setLabel(label);
        area.setHelperText(help);
        area.setMinRows(2);
    }

    private IntegerField number(String name) {
        var field = new IntegerField(words.get("booking.number." + name));
        field.setId("office-" + name);
        field.setStepButtonsVisible(false);
        return field;
    }

    private static Component muted(String text) {
        var line = new Paragraph(text);
        line.addClassName("muted");
        return line;
    }
}
