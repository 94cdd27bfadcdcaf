package org.caravanserai.people.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.upload.Upload;
import java.util.Map;
import java.util.Optional;
import org.caravanserai.people.OwnPicture;
import org.caravanserai.people.OwnProfile;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.LimitedUpload;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.OwnPictureChanged;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** One's picture: chosen, replaced, removed with a way back. */
class PictureSection extends Section {

    private static final long serialVersionUID = 1L;

    private final Words words;
    private final transient OwnPicture pictures;
    private final transient OwnProfile.Profile profile;
    private final Div frame = new Div();
    private final Problems problems = new Problems();
    private final Upload upload;
    private final Button remove;

    PictureSection(Words words, OwnPicture pictures, OwnProfile.Profile profile) {
        this.words = words;
        this.pictures = pictures;
        this.profile = profile;
        addClassName("profile-picture");
        frame.addClassName("profile-picture-frame");
        upload = Fields.upload(new LimitedUpload(OwnPicture.LARGEST, (metadata, bytes) -> choose(bytes)));
        upload.setId("picture");
        upload.setMaxFiles(1);
        upload.setAcceptedFileTypes(".jpg", ".jpeg", ".png", ".gif");
        remove = new Button(words.get("profile.picture.remove"), e -> remove());
        remove.setId("remove-picture");
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        var help = new Paragraph(words.get("profile.picture.help", OwnPicture.LARGEST / 1024 / 1024));
        help.addClassNames("muted", "small");
        add(new H2(words.get("profile.picture.title")), problems, frame, upload, remove, help);
        show(profile.picture());
    }

    private void choose(byte[] file) {
        upload.clearFileList();
        problems.clear();
        try {
            change(Optional.of(pictures.show(file)));
            Notices.done(words.get("profile.picture.kept"));
        } catch (Refusal refusal) {
            problems.show(refusal, Map.of());
        }
    }

    private void remove() {
        var removed = pictures.remove();
        change(Optional.empty());
        Notices.done(words.get("profile.picture.removed"), () -> {
            pictures.restore(removed);
            change(Optional.of("/people/" + profile.code() + "/picture"));
        });
    }

    private void change(Optional<String> address) {
        show(address);
        OwnPictureChanged.tell(address);
    }

    private void show(Optional<String> address) {
        frame.removeAll();
        remove.setVisible(address.isPresent());
        if (address.isPresent()) {
            frame.add(new Image(address.get(), words.get("profile.picture.yours")));
        } else {
            frame.add(new Paragraph(words.get("profile.picture.none")));
        }
    }
}
