package org.caravanserai.gathering.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import org.caravanserai.gathering.booking.BookingState;
import org.caravanserai.gathering.booking.MyOfficeHours;
import org.caravanserai.gathering.booking.MyOfficeHours.Booked;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.Tone;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Moments;
import org.caravanserai.text.Refusal;

/** Who has booked a person's office hours, and who waits for her answer. */
class BookedSection extends Section {

    private static final long serialVersionUID = 1L;

    private final Words words;
    private final transient MyOfficeHours service;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph none;

    BookedSection(Words words, MyOfficeHours service) {
        this.words = words;
        this.service = service;
        setId("booked");
        list.addClassName("booked-list");
        none = new Paragraph(words.get("booking.booked.none"));
        none.addClassName("muted");
        add(new H2(words.get("booking.booked")), none, list);
        show();
    }

    private void show() {
        list.removeAll();
        var booked = service.booked();
        none.setVisible(booked.isEmpty());
        booked.forEach(each -> list.add(item(each)));
    }

    private ListItem item(Booked booked) {
        var when = Moments.full(words.language(), booked.slot().start(), words.zone(), words.city());
        var name = new Div(booked.name());
        name.addClassName("person-name");
        var item = new ListItem(name, new Div(when), badge(booked.state()));
        if (!booked.answers().isEmpty()) {
            var answers = new DescriptionList();
            answers.addClassName("booked-answers");
            for (int i = 0; i < booked.answers().size(); i++) {
                answers.add(
                        new DescriptionList.Term(booked.questions().get(i)),
                        new DescriptionList.Description(booked.answers().get(i)));
            }
            item.add(answers);
        }
        var about = ": " + booked.name() + ", " + when;
        if (booked.state() == BookingState.ASKED) {
            var agree = button("booking.agree", about, () -> {
                service.agree(booked.key());
                Notices.done(words.get("booking.agreed"));
            });
            agree.removeThemeVariants(ButtonVariant.TERTIARY);
            item.add(agree, button("booking.decline", about, () -> {
                service.decline(booked.key());
                Notices.done(words.get("booking.declined"), () -> doing(() -> service.restore(booked.key())));
            }));
        } else {
            item.add(button("booking.cancel", about, () -> {
                service.cancel(booked.key());
                Notices.done(words.get("booking.cancelled"), () -> doing(() -> service.restore(booked.key())));
            }));
        }
        return item;
    }

    private StatusBadge badge(BookingState state) {
        return new StatusBadge(
                words.get("booking.state." + state), state == BookingState.ASKED ? Tone.WAITING : Tone.DONE);
    }

    private Button button(String key, String about, Runnable action) {
        var button = new Button(words.get(key), e -> doing(action));
        button.setAriaLabel(words.get(key) + about);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    private void doing(Runnable action) {
        try {
            action.run();
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
        show();
    }
}
