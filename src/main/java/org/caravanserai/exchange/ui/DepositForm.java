package org.caravanserai.exchange.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.caravanserai.agenda.AgendaSnapshot;
import org.caravanserai.exchange.deposit.AbstractsDeposit;
import org.caravanserai.exchange.deposit.DepositDetails;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;

/** Asks what a publisher says about a deposit of the abstracts, and lets the browser fetch its file. */
final class DepositForm extends Div {

    private static final long serialVersionUID = 1L;

    private final Words words = Words.here();
    private final transient AbstractsDeposit deposits;
    private final transient MeetingView meeting;
    private final Problems problems = new Problems();
    private final TextField prefix = new TextField(words.get("metadata.prefix"));
    private final TextField proceedings = new TextField(words.get("metadata.proceedings"));
    private final TextField publisher = new TextField(words.get("metadata.publisher"));
    private final TextField isbn = new TextField(words.get("metadata.isbn"));
    private final TextField depositor = new TextField(words.get("metadata.depositor"));
    private final EmailField email = new EmailField(words.get("metadata.email"));
    private final transient Map<String, Component> fields = new LinkedHashMap<>();

    DepositForm(AbstractsDeposit deposits, MeetingView meeting, AgendaSnapshot agenda) {
        this.deposits = deposits;
        this.meeting = meeting;
        addClassName("form");
        prefix.setHelperText(words.get("metadata.prefix.help"));
        proceedings.setValue(
                words.get("metadata.proceedings.usual", agenda.meeting().name().text(Language.EN)));
        email.setHelperText(words.get("metadata.email.help"));
        email.setManualValidation(true);
        fields.put("prefix", prefix);
        fields.put("proceedings", proceedings);
        fields.put("publisher", publisher);
        fields.put("isbn", isbn);
        fields.put("depositor", depositor);
        fields.put("email", email);
        fields.forEach((name, field) -> field.setId("deposit-" + name));
        var make = new Button(words.get("metadata.make"), e -> make());
        make.setId("deposit-make");
        add(problems);
        fields.values().forEach(this::add);
        add(make);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        problems.clear();
    }

    private void make() {
        problems.clear();
        try {
            var details = new DepositDetails(
                    prefix.getValue(),
                    proceedings.getValue(),
                    publisher.getValue(),
                    isbn.getValue(),
                    depositor.getValue(),
                    email.getValue());
            // Whether there is anything to send is said here, and not by a page that takes the place of this one.
            deposits.xml(meeting.id(), details);
            UI.getCurrentOrThrow().getPage().setLocation(address(details));
        } catch (Refusal refusal) {
            if (refusal.problems().stream().allMatch(p -> p.field().isEmpty())) {
                Notices.refused(refusal);
            } else {
                problems.show(refusal, fields);
            }
        }
    }

    private String address(DepositDetails details) {
        var query = new StringJoiner("&", "/meetings/" + meeting.slug() + "/crossref.xml?", "");
        add(query, "prefix", details.prefix());
        add(query, "proceedings", details.proceedings());
        add(query, "publisher", details.publisher());
        add(query, "isbn", details.isbn());
        add(query, "depositor", details.depositor());
        add(query, "email", details.email());
        return query.toString();
    }

    private static void add(StringJoiner query, String name, String value) {
        if (!value.isEmpty()) {
            query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
