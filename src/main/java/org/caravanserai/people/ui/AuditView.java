package org.caravanserai.people.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.Access;
import org.caravanserai.people.AccountRow;
import org.caravanserai.people.AccountSupervision;
import org.caravanserai.people.AuditFilter;
import org.caravanserai.people.AuditReading;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.FilterLine.Chip;
import org.caravanserai.shell.Icons;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Words;
import org.jspecify.annotations.Nullable;

/** Who changed what, when, and how it was before: by person, by object and by day. */
@Route(value = "admin/audit", layout = MainLayout.class)
@PermitAll
@com.vaadin.flow.component.dependency.StyleSheet("context://styles/master-detail.css")
class AuditView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient AuditReading reading;
    private final transient AccountSupervision accounts;
    private final transient Access access;
    private final Words words = Words.here();

    AuditView(AuditReading reading, AccountSupervision accounts, Access access) {
        this.reading = reading;
        this.accounts = accounts;
        this.access = access;
        addClassName("view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!access.administrator()) {
            throw new NotFoundException();
        }
        var query = event.getLocation().getQueryParameters();
        show(
                query.getSingleParameter("who").flatMap(AuditView::key),
                query.getSingleParameter("object").flatMap(AuditView::key),
                query.getSingleParameter("type").orElse(""),
                query.getSingleParameter("day").flatMap(AuditView::day));
    }

    @Override
    public String getPageTitle() {
        return words.get("roles.audit.title") + " · Caravanserai";
    }

    private void show(Optional<UUID> who, Optional<UUID> object, String type, Optional<LocalDate> day) {
        removeAll();
        var person = new ComboBox<AccountRow>(words.get("roles.audit.person"));
        person.setId("audit-person");
        person.setItemLabelGenerator(row -> words.name(row.name()) + " · " + row.email());
        person.setItems(query ->
                accounts
                        .find(query.getFilter().orElse(""), Optional.empty(), query.getOffset(), query.getLimit())
                        .stream()
                        .filter(row -> row.person().isPresent()));
        person.addValueChangeListener(e -> {
            if (e.isFromClient() && e.getValue() != null) {
                go(e.getValue().person().map(p -> p.value()), object, type, day);
            }
        });
        var kind = new ComboBox<String>(words.get("roles.audit.type"));
        kind.setId("audit-type");
        kind.setItems(reading.types());
        if (reading.types().contains(type)) {
            kind.setValue(type);
        }
        kind.setClearButtonVisible(true);
        kind.addValueChangeListener(e -> go(who, object, e.getValue() == null ? "" : e.getValue(), day));
        var date = Fields.day(words.get("roles.audit.day", words.city()));
        date.setId("audit-day");
        day.ifPresent(date::setValue);
        date.setClearButtonVisible(true);
        date.addValueChangeListener(
                e -> go(who, object, type, Optional.ofNullable((@Nullable LocalDate) e.getValue())));
        var bar = new Div(person, kind, date);
        bar.addClassName("list-bar");
        var chips = new Div();
        chips.addClassName("filter-chips");
        var chosen = new ArrayList<Chip>();
        who.ifPresent(key -> chosen.add(new Chip(
                reading.name(key).map(words::name).orElse(words.get("roles.audit.gone")),
                () -> go(Optional.empty(), object, type, day))));
        object.ifPresent(key -> chosen.add(
                new Chip(words.get("roles.audit.object", key.toString()), () -> go(who, Optional.empty(), type, day))));
        chosen.forEach(chip -> {
            var button = new com.vaadin.flow.component.button.Button(
                    chip.label(), e -> chip.remove().run());
            button.addClassName("chip");
            button.setIconAfterText(true);
            button.setIcon(Icons.of("close"));
            button.setAriaLabel(words.get("shell.filter.remove", chip.label()));
            chips.add(button);
        });
        var filter = new AuditFilter(
                who,
                object,
                type,
                day.map(d -> d.atStartOfDay(words.zone()).toInstant()),
                day.map(d -> d.plusDays(1).atStartOfDay(words.zone()).toInstant()));
        add(
                new PageHeader(words.get("roles.audit.title")),
                new Paragraph(words.get("roles.audit.help")),
                bar,
                chips,
                new AuditList(words, (after, limit) -> reading.page(filter, after, limit)));
    }

    private static void go(Optional<UUID> who, Optional<UUID> object, String type, Optional<LocalDate> day) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        who.ifPresent(key -> query.put("who", List.of(key.toString())));
        object.ifPresent(key -> query.put("object", List.of(key.toString())));
        if (!type.isEmpty()) {
            query.put("type", List.of(type));
        }
        day.ifPresent(d -> query.put("day", List.of(d.toString())));
        UI.getCurrentOrThrow().navigate("admin/audit", new QueryParameters(query));
    }

    private static Optional<UUID> key(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException cutOff) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException cutOff) {
            return Optional.empty();
        }
    }
}
