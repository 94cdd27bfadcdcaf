package org.caravanserai.partnering.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.meeting.ViewOfMeeting;
import org.caravanserai.partnering.card.CardContent;
import org.caravanserai.partnering.card.CardState;
import org.caravanserai.partnering.card.OwnCards;
import org.caravanserai.partnering.card.Visibility;
import org.caravanserai.partnering.matching.CardKind;
import org.caravanserai.partnering.matching.Sought;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.KeptForm;
import org.caravanserai.shell.LocalizedField;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Problems;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.AccessDeniedException;

/** A person writes a card: everything is kept as it is typed, and shown to others when she says so. */
@Route(value = "meetings/:slug/cards/:card", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/partner.css")
class CardView extends ViewOfMeeting {

    private static final long serialVersionUID = 1L;

    private final transient OwnCards cards;
    private final transient Clock clock;
    private final Problems problems = new Problems();
    private final Select<CardKind> kind = new Select<>();
    private final Select<Sought> sought = new Select<>();
    private final LocalizedField title = new LocalizedField(words.get("partner.card.name"), false);
    private final LocalizedField text = new LocalizedField(words.get("partner.card.text"), true);
    private final MultiSelectComboBox<String> topics = Fields.several(words.get("partner.card.topics"));
    private final TextField methods = new TextField(words.get("partner.card.methods"));
    private final MultiSelectComboBox<String> languages = Fields.several(words.get("partner.card.languages"));
    private final DatePicker from = Fields.day(words.get("partner.card.from"));
    private final DatePicker until = Fields.day(words.get("partner.card.until"));
    private final RadioButtonGroup<Visibility> visibility = new RadioButtonGroup<>();
    private final DatePicker expires = Fields.day(words.get("partner.card.expires"));
    private final Div actions = new Div();
    private transient OwnCards.Own shown;
    private long version;

    @SuppressWarnings("NullAway.Init")
    CardView(MeetingDirectory directory, OwnCards cards, Clock clock) {
        super(directory, "partner.card.title");
        this.cards = cards;
        this.clock = clock;
        addClassName("partner-view");
        actions.addClassName("partner-actions");
    }

    /** Where a card of a meeting is written. */
    static RouteParameters at(String slug, UUID card) {
        return new RouteParameters(new RouteParam("slug", slug), new RouteParam("card", card.toString()));
    }

    @Override
    protected void show() {
        shown = find();
        version = shown.version();
        removeAll();
        prepare();
        fill();
        var form = new KeptForm(words.get("partner.card.what"), clock)
                .with("kind", kind)
                .with("sought", sought)
                .with("title", title)
                .with("text", text)
                .with("topics", topics)
                .with("methods", methods)
                .with("languages", languages)
                .with("from", from)
                .with("until", until)
                .with("visibility", visibility)
                .with("expires", expires)
                .keeping(this::keep)
                .whenStale(() -> words.text(find().content().title()), () -> version = find().version(), this::show);
        var back = new RouterLink(
                words.get("partner.mine.back"),
                PartnersView.class,
                new RouteParameters("slug", meeting().slug()));
        add(
                new PageHeader(words.get("partner.card.title")).with(back),
                new Paragraph(words.get("partner.card.help")),
                form,
                problems,
                actions);
        showActions();
    }

    private OwnCards.Own find() {
        var key = location().getSegments();
        try {
            return cards.card(UUID.fromString(key.getLast()));
        } catch (IllegalArgumentException | AccessDeniedException unknown) {
            throw new NotFoundException();
        }
    }

    private void prepare() {
        var says = new PartnerWords(words, meeting());
        kind.setLabel(words.get("partner.card.kind"));
        kind.setItems(CardKind.values());
        kind.setItemLabelGenerator(says::kind);
        sought.setLabel(words.get("partner.card.sought"));
        sought.setItems(Sought.values());
        sought.setItemLabelGenerator(says::sought);
        title.setMaxLength(CardContent.LONGEST_TITLE);
        title.setHelperText(words.get("partner.card.name.help"));
        text.setMaxLength(CardContent.LONGEST_TEXT);
        topics.setItems(
                meeting().topics().stream().map(MeetingView.TopicView::topicKey).toList());
        topics.setItemLabelGenerator(says::topicName);
        topics.setHelperText(words.get("partner.card.topics.help", CardContent.MOST_TOPICS));
        methods.setHelperText(words.get("partner.card.methods.help"));
        methods.setMaxLength(CardContent.LONGEST_METHODS);
        methods.setValueChangeMode(ValueChangeMode.LAZY);
        // A profile may name a language that is not one of ours.
        languages.setItems(Stream.concat(says.languages().stream(), shown.content().languages().stream())
                .distinct()
                .toList());
        languages.setItemLabelGenerator(says::language);
        visibility.setLabel(words.get("partner.card.visibility"));
        visibility.setItems(Visibility.values());
        visibility.setItemLabelGenerator(each -> words.get("partner.visibility." + each.name()));
        expires.setHelperText(words.get("partner.card.expires.help"));
        kind.setId("card-kind");
        sought.setId("card-sought");
        title.setId("card-title");
        text.setId("card-text");
        topics.setId("card-topics");
        methods.setId("card-methods");
        languages.setId("card-languages");
        visibility.setId("card-visibility");
        expires.setId("card-expires");
        from.setId("card-from");
        until.setId("card-until");
    }

    private void fill() {
        var content = shown.content();
        kind.setValue(content.kind());
        sought.setValue(content.sought());
        title.setValue(content.title());
        text.setValue(content.text());
        topics.setValue(known(content.topics()));
        methods.setValue(content.methods());
        languages.setValue(content.languages());
        from.setValue(content.from().orElse(null));
        until.setValue(content.until().orElse(null));
        visibility.setValue(content.visibility());
        expires.setValue(content.expires());
    }

    /** The meeting may have given up a topic since. */
    private Set<String> known(Set<String> keys) {
        return meeting().topics().stream()
                .map(MeetingView.TopicView::topicKey)
                .filter(keys::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void keep() {
        version = cards.write(shown.key(), version, content());
    }

    private CardContent content() {
        var was = shown.content();
        return new CardContent(
                value(kind, was.kind()),
                value(sought, was.sought()),
                topics.getValue(),
                title.getValue(),
                text.getValue(),
                methods.getValue(),
                languages.getValue(),
                Optional.ofNullable(from.getValue()),
                Optional.ofNullable(until.getValue()),
                value(visibility, was.visibility()),
                value(expires, was.expires()));
    }

    private static <V> V value(AbstractField<?, V> field, V otherwise) {
        return KeptForm.valueOr(field, otherwise);
    }

    private void showActions() {
        actions.removeAll();
        if (shown.state() == CardState.TAKEN_DOWN) {
            actions.add(new Paragraph(words.get("partner.card.takenDown")));
        } else if (shown.state() == CardState.PUBLISHED) {
            var withdraw = new Button(words.get("partner.card.withdraw"), e -> withdraw());
            withdraw.setId("card-withdraw");
            actions.add(withdraw);
        } else {
            var publish = new Button(words.get("partner.card.publish"), e -> publish());
            publish.setId("card-publish");
            publish.addThemeVariants(ButtonVariant.PRIMARY);
            var delete = Approaching.quiet(words.get("partner.card.delete"), this::delete);
            delete.setId("card-delete");
            actions.add(publish, delete);
        }
    }

    private void publish() {
        try {
            keep();
            cards.publish(shown.key());
            problems.clear();
            again();
            Notices.done(words.get("partner.card.published"), () -> {
                cards.withdraw(shown.key());
                again();
            });
        } catch (Refusal refusal) {
            problems.show(
                    refusal,
                    Map.of("title", title, "topics", topics, "expires", expires, "until", until, "methods", methods));
        }
    }

    private void withdraw() {
        cards.withdraw(shown.key());
        again();
        Notices.done(
                words.get("partner.card.withdrawn"),
                () -> Approaching.attempt(() -> {
                    cards.publish(shown.key());
                    again();
                }));
    }

    private void delete() {
        var content = content();
        var slug = meeting().slug();
        var meeting = meeting().id();
        cards.delete(shown.key());
        var ui = UI.getCurrentOrThrow();
        ui.navigate(PartnersView.class, new RouteParameters("slug", slug));
        Notices.done(
                words.get("partner.card.deleted"),
                () -> Approaching.attempt(() -> {
                    var again = cards.begin(meeting, content.kind());
                    cards.write(again, cards.card(again).version(), content);
                    ui.navigate(CardView.class, at(slug, again));
                }));
    }

    private void again() {
        shown = cards.card(shown.key());
        version = shown.version();
        showActions();
    }
}
