package org.caravanserai.mail.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.caravanserai.mail.NoticeChoice;
import org.caravanserai.mail.NoticeChoice.ByMail;
import org.caravanserai.mail.NoticeChoices;
import org.caravanserai.mail.NoticeKind;
import org.caravanserai.mail.NoticeKind.Area;
import org.caravanserai.mail.NoticeWishes;
import org.caravanserai.mail.QuietHours;
import org.caravanserai.shell.KeptForm;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Words;

/** How the reader is told of each kind of thing, and when mail may come; kept as she chooses. */
@Route(value = NoticeSettingsView.PATH, layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/notices.css")
class NoticeSettingsView extends Div implements HasDynamicTitle {

    static final String PATH = "notices/settings";

    private static final long serialVersionUID = 1L;
    private static final List<LocalTime> HALF_HOURS = IntStream.range(0, 48)
            .mapToObj(i -> LocalTime.of(i / 2, i % 2 * 30))
            .toList();
    private static final LocalTime EVENING = LocalTime.of(22, 0);
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    private final transient NoticeChoices choices;
    private final transient Clock clock;
    private final Words words = Words.here();

    NoticeSettingsView(NoticeChoices choices, Clock clock) {
        this.choices = choices;
        this.clock = clock;
        addClassName("view");
        var back = new Anchor("/app/" + NoticesView.PATH, words.get("notice.title"));
        var wishes = choices.mine();
        add(
                new PageHeader(words.get("notice.settings.title"), back).with(words.get("notice.settings.help")),
                kinds(wishes),
                times(wishes));
    }

    @Override
    public String getPageTitle() {
        return words.get("notice.settings.title") + " · Caravanserai";
    }

    private KeptForm kinds(NoticeWishes wishes) {
        var form = new KeptForm(words.get("notice.choices.title"), clock).keeping(() -> {});
        var table = new Div();
        table.addClassName("notice-choices");
        var all = choices.kinds();
        for (var area : Area.values()) {
            var ofArea = all.stream().filter(kind -> kind.area() == area).toList();
            if (!ofArea.isEmpty()) {
                table.add(new H3(words.get("notice.area." + area)));
                ofArea.forEach(kind -> table.add(row(kind, wishes.of(kind.name()), form)));
            }
        }
        return form.with(table).with(new Paragraph(words.get("notice.essential")));
    }

    private Div row(NoticeKind kind, NoticeChoice choice, KeptForm form) {
        var label = words.get(kind.label());
        var name = new Span(label);
        name.addClassName("notice-kind");
        if (kind.urgency() == NoticeKind.Urgency.URGENT) {
            var urgent = new Span(words.get("notice.urgent"));
            urgent.addClassNames("muted", "small");
            name.add(urgent);
        }
        var here = new Checkbox(words.get("notice.choices.here"), choice.inApplication());
        here.setId("here-" + kind.name());
        here.setAriaLabel(label + ": " + words.get("notice.choices.here"));
        var mail = new Select<ByMail>();
        mail.setId("mail-" + kind.name());
        mail.setAriaLabel(label + ": " + words.get("notice.choices.mail"));
        mail.setItems(kind.ways());
        mail.setItemLabelGenerator(when -> words.get("notice.mail." + when));
        mail.setValue(choice.mail());
        Runnable keep = () -> {
            choices.choose(kind.name(), new NoticeChoice(here.getValue(), mail.getValue()));
            form.keep();
        };
        here.addValueChangeListener(e -> keep.run());
        mail.addValueChangeListener(e -> keep.run());
        var row = new Div(name, here, mail);
        row.addClassName("notice-choice");
        return row;
    }

    private KeptForm times(NoticeWishes wishes) {
        var city = words.city();
        var hour = times(
                "digest-hour",
                words.get("notice.digest.at", city),
                HALF_HOURS.stream().filter(time -> time.getMinute() == 0).toList());
        hour.setValue(LocalTime.of(wishes.digestHour(), 0));
        var quiet = new Checkbox(words.get("notice.quiet.on"), wishes.quiet().isPresent());
        quiet.setId("quiet");
        var from = times("quiet-from", words.get("notice.quiet.from", city), HALF_HOURS);
        var until = times("quiet-until", words.get("notice.quiet.until", city), HALF_HOURS);
        from.setHelperText(words.get("notice.quiet.help"));
        from.setValue(wishes.quiet().map(QuietHours::from).orElse(EVENING));
        until.setValue(wishes.quiet().map(QuietHours::until).orElse(MORNING));
        from.setEnabled(quiet.getValue());
        until.setEnabled(quiet.getValue());
        quiet.addValueChangeListener(e -> {
            from.setEnabled(e.getValue());
            until.setEnabled(e.getValue());
        });
        var skip = new Checkbox(words.get("notice.skipSeen"), wishes.skipSeen());
        skip.setId("skip-seen");
        skip.setHelperText(words.get("notice.skipSeen.help"));
        return new KeptForm(words.get("notice.times.title"), clock)
                .with("digest-hour", hour)
                .with("quiet", quiet)
                .with("quiet-from", from)
                .with("quiet-until", until)
                .with("skip-seen", skip)
                .keeping(() -> keep(
                        hour.getValue(),
                        quiet.getValue()
                                ? Optional.of(new QuietHours(from.getValue(), until.getValue()))
                                : Optional.empty(),
                        skip.getValue()));
    }

    /** Only what is another now is written. */
    private void keep(LocalTime hour, Optional<QuietHours> quiet, boolean skip) {
        var before = choices.mine();
        if (before.digestHour() != hour.getHour()) {
            choices.digestAt(hour.getHour());
        }
        if (!before.quiet().equals(quiet)) {
            choices.keepQuiet(quiet);
        }
        if (before.skipSeen() != skip) {
            choices.skipSeen(skip);
        }
    }

    private Select<LocalTime> times(String id, String label, List<LocalTime> offered) {
        var field = new Select<LocalTime>();
        field.setId(id);
        field.setLabel(label);
        field.setItems(offered);
        var format = DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);
        field.setItemLabelGenerator(format::format);
        return field;
    }
}
