package org.caravanserai.people.ui;

import com.ibm.icu.text.ListFormatter;
import java.util.List;
import org.caravanserai.people.Access;
import org.caravanserai.people.OwnProfile;
import org.caravanserai.shell.MenuContribution;
import org.caravanserai.shell.MenuItem;
import org.caravanserai.shell.NextStep;
import org.caravanserai.shell.NextStepContribution;
import org.caravanserai.shell.Words;
import org.springframework.stereotype.Component;

/** Leads to one's own profile and says what it lacks; leads administrators to the institutions. */
@Component
class ProfileMenu implements MenuContribution, NextStepContribution {

    private static final int TO_COMPLETE = 5;

    private final Access access;
    private final OwnProfile profile;

    ProfileMenu(Access access, OwnProfile profile) {
        this.access = access;
        this.profile = profile;
    }

    @Override
    public List<MenuItem> items() {
        return access.administrator()
                ? List.of(new MenuItem("", Words.here().get("institution.title"), "admin/institutions", "building", 91))
                : List.of();
    }

    @Override
    public List<NextStep> steps() {
        if (access.me().isEmpty()) {
            return List.of();
        }
        var missing = profile.missing();
        if (missing.isEmpty()) {
            return List.of();
        }
        var words = Words.here();
        var list = ListFormatter.getInstance(words.language().icuLocale())
                .format(missing.stream()
                        .map(each -> words.get("profile.missing." + each.name()))
                        .toList());
        return List.of(NextStep.undated(
                words.get("profile.step", list),
                words.get("profile.step.button"),
                "profile?section=" + section(missing.iterator().next()),
                TO_COMPLETE));
    }

    private static String section(OwnProfile.Missing missing) {
        return switch (missing) {
            case NATIVE_SCRIPT, KANA -> "name";
            case AFFILIATION, COUNTRY -> "work";
            case INTERESTS -> "about";
        };
    }
}
