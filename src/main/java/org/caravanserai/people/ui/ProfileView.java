package org.caravanserai.people.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.caravanserai.people.InstitutionDirectory;
import org.caravanserai.people.OwnAccount;
import org.caravanserai.people.OwnPicture;
import org.caravanserai.people.OwnProfile;
import org.caravanserai.people.TopicCatalogue;
import org.caravanserai.shell.AccountContribution;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Words;

/** One's own profile, part by part, kept as it is typed; and the account it belongs to. The part stands in the address. */
@Route(value = "profile", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/meeting.css")
@StyleSheet("context://styles/profile.css")
class ProfileView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    /** The parts; their lower-case names stand in addresses. */
    private enum Part {
        NAME,
        WORK,
        READING,
        ABOUT,
        ACCOUNT
    }

    private final Words words = Words.here();
    private final transient OwnProfile profile;
    private final transient OwnPicture picture;
    private final transient OwnAccount account;
    private final transient InstitutionDirectory directory;
    private final transient List<TopicCatalogue> topics;
    private final transient List<AccountContribution> accountParts;
    private final transient Clock clock;

    ProfileView(
            OwnProfile profile,
            OwnPicture picture,
            OwnAccount account,
            InstitutionDirectory directory,
            List<TopicCatalogue> topics,
            List<AccountContribution> accountParts,
            Clock clock) {
        this.profile = profile;
        this.picture = picture;
        this.account = account;
        this.directory = directory;
        this.topics = topics;
        this.accountParts = accountParts;
        this.clock = clock;
        addClassNames("view", "profile");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(part(event.getLocation()
                .getQueryParameters()
                .getSingleParameter("section")
                .orElse("")));
    }

    @Override
    public String getPageTitle() {
        return words.get("profile.title") + " · Caravanserai";
    }

    private void show(Part part) {
        var kept = new KeptProfile(profile, clock);
        removeAll();
        add(
                new PageHeader(words.get("profile.title")).with(words.get("profile.intro")),
                sections(part),
                switch (part) {
                    case NAME -> new NameSection(words, kept, picture);
                    case WORK -> new WorkSection(words, kept, directory);
                    case READING -> new ReadingSection(words, kept);
                    case ABOUT ->
                        new AboutSection(
                                words,
                                kept,
                                topics.stream()
                                        .flatMap(t -> t.topics().stream())
                                        .toList());
                    case ACCOUNT -> new AccountSection(words, account, accountParts);
                });
    }

    private Component sections(Part current) {
        var nav = new Nav();
        nav.addClassName("sections");
        nav.getElement().setAttribute("aria-label", words.get("profile.title"));
        for (var part : Part.values()) {
            var link = new RouterLink(words.get("profile.section." + part.name()), ProfileView.class);
            link.setQueryParameters(QueryParameters.of("section", part.name().toLowerCase(Locale.ROOT)));
            link.addClassName("section-link");
            if (part == current) {
                link.getElement().setAttribute("aria-current", "page");
            }
            nav.add(link);
        }
        return nav;
    }

    private static Part part(String name) {
        return Arrays.stream(Part.values())
                .filter(part -> part.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(Part.NAME);
    }
}
