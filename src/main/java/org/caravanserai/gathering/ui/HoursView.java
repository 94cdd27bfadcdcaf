package org.caravanserai.gathering.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.caravanserai.gathering.finding.DaySpan;
import org.caravanserai.gathering.finding.DaySpans;
import org.caravanserai.gathering.finding.Hours;
import org.caravanserai.gathering.finding.MyCalendar;
import org.caravanserai.gathering.finding.MyHours;
import org.caravanserai.gathering.finding.OwnCalendar;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.shell.KeptForm;
import org.caravanserai.shell.LanguageSwitch;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Words;
import org.caravanserai.shell.ZoneField;
import org.caravanserai.text.Refusal;

/** A person's own hours, kept as they are typed, and the calendar from which it is read when she is busy. */
@Route(value = "hours", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/meeting.css")
@StyleSheet("context://styles/finding.css")
class HoursView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final Words words = Words.here();
    private final transient MyHours service;
    private final ZoneField zone;
    private final WeekField week;
    private final BreaksField breaks;
    private final TextField humane;
    private final Paragraph usual = new Paragraph();
    private final Button forget;
    private long version;

    HoursView(MyHours service, MyCalendar calendar, OwnCalendar own, PeopleProperties installation, Clock clock) {
        this.service = service;
        addClassNames("view", "hours");
        zone = new ZoneField(words, words.get("finding.hours.zone"));
        zone.setId("own-zone");
        zone.setHelperText(words.get("finding.hours.zone.help"));
        week = new WeekField(words, words.get("finding.hours.week"), "own-week");
        week.setHelperText(words.get("finding.hours.week.help"));
        breaks = new BreaksField(words);
        breaks.setHelperText(words.get("finding.hours.breaks.help"));
        humane = new TextField(words.get("finding.hours.humane"));
        humane.setId("own-humane");
        humane.setHelperText(words.get("finding.hours.humane.help"));
        humane.setMaxLength(20);
        humane.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        forget = new Button(words.get("finding.hours.forget"), e -> forget());
        forget.setId("forget-hours");
        forget.addThemeVariants(ButtonVariant.TERTIARY);
        usual.addClassName("muted");
        var form = new KeptForm(words.get("finding.hours.when"), clock)
                .with(usual)
                .with("zone", zone)
                .with("week", week)
                .with("breaks", breaks)
                .with("humane", humane)
                .with(forget)
                .keeping(this::keep)
                .whenStale(
                        () -> inWords(service.read().hours()),
                        () -> version = service.read().version(),
                        this::show);
        show();
        add(
                new PageHeader(words.get("finding.hours.title")).with(words.get("finding.hours.intro")),
                form,
                new CalendarSection(words, calendar),
                new FeedSection(words, own, installation));
    }

    @Override
    public String getPageTitle() {
        return words.get("finding.hours.title") + " · Caravanserai";
    }

    private void keep() {
        ZoneId where = zone.getValue();
        if (where == null) {
            throw Refusal.at("zone", "finding.hours.zone.required");
        }
        version = service.keep(version, hours());
        if (!where.equals(words.zone())) {
            service.live(where);
            LanguageSwitch.zone(UI.getCurrentOrThrow(), where);
        }
        standing(true);
    }

    private Hours hours() {
        var working = new EnumMap<DayOfWeek, DaySpan>(DayOfWeek.class);
        week.read("week").forEach((day, spans) -> {
            if (spans.size() > 1) {
                throw Refusal.at("week", "finding.hours.one");
            }
            working.put(day, spans.getFirst());
        });
        return new Hours(working, breaks.read(), humaneSpan());
    }

    private DaySpan humaneSpan() {
        try {
            var spans = DaySpans.read(humane.getValue());
            if (spans.size() == 1) {
                return spans.getFirst();
            }
        } catch (Refusal refusal) {
            throw Refusal.at(
                    "humane",
                    refusal.key(),
                    refusal.problems().getFirst().arguments().toArray());
        }
        throw Refusal.at("humane", "finding.hours.humane.required");
    }

    private void forget() {
        var before = service.read();
        service.forget();
        show();
        Notices.done(words.get("finding.hours.forgotten"), () -> {
            service.keep(0, before.hours());
            show();
        });
    }

    private void show() {
        var own = service.read();
        version = own.version();
        zone.setValue(own.zone());
        var days = new EnumMap<DayOfWeek, List<DaySpan>>(DayOfWeek.class);
        own.hours().working().forEach((day, span) -> days.put(day, List.of(span)));
        week.show(days);
        breaks.show(own.hours().breaks());
        humane.setValue(DaySpans.written(List.of(own.hours().humane())));
        standing(own.written());
    }

    private void standing(boolean written) {
        usual.setText(words.get("finding.hours.usual"));
        usual.setVisible(!written);
        forget.setVisible(written);
    }

    private String inWords(Hours hours) {
        var lines = new StringBuilder();
        Map<DayOfWeek, DaySpan> sorted = new EnumMap<>(DayOfWeek.class);
        sorted.putAll(hours.working());
        sorted.forEach((day, span) -> lines.append(DayNames.brief(words, day))
                .append(' ')
                .append(DaySpans.written(List.of(span)))
                .append('\n'));
        return lines.toString();
    }
}
