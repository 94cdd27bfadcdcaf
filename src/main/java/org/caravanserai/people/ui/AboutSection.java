package org.caravanserai.people.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.caravanserai.people.OwnProfile;
import org.caravanserai.people.TopicCatalogue;
import org.caravanserai.shell.Hue;
import org.caravanserai.shell.LocalizedField;
import org.caravanserai.shell.Words;

/** The topics that one is interested in, and a few sentences about oneself in as many languages as one likes. */
class AboutSection extends Div {

    private static final long serialVersionUID = 1L;

    private final Words words;
    private final transient Map<String, TopicCatalogue.Offered> topics = new LinkedHashMap<>();
    private final CheckboxGroup<String> interests;
    private final LocalizedField biography;
    private final transient Set<String> others = new HashSet<>();

    AboutSection(Words words, KeptProfile kept, List<TopicCatalogue.Offered> offered) {
        this.words = words;
        offered.forEach(topic -> topics.putIfAbsent(topic.key(), topic));
        interests = new CheckboxGroup<>();
        interests.setAriaLabel(words.get("profile.interests"));
        interests.setId("interests");
        interests.addClassName("profile-topics");
        interests.setHelperText(words.get("profile.interests.help", OwnProfile.MOST_INTERESTS));
        interests.setItems(topics.keySet());
        interests.setItemLabelGenerator(this::name);
        interests.setRenderer(new ComponentRenderer<>(this::topic));
        biography = new LocalizedField(words.get("profile.biography"), true);
        biography.setId("biography");
        biography.setHelperText(words.get("profile.biography.help", OwnProfile.LONGEST_BIOGRAPHY));
        biography.setMaxLength(OwnProfile.LONGEST_BIOGRAPHY);
        show(kept.shown());
        add(
                kept.form(
                                words.get("profile.section.ABOUT"),
                                version -> kept.service().introduce(version, biography.getValue()),
                                now -> words.text(now.biography()),
                                now -> biography.setValue(now.biography()))
                        .with("biography", biography),
                kept.form(
                                words.get("profile.interests"),
                                version -> kept.service().interestIn(version, chosen()),
                                now -> now.interests().stream().map(this::name).collect(Collectors.joining(", ")),
                                this::showInterests)
                        .with("interests", interests));
    }

    private void show(OwnProfile.Profile profile) {
        biography.setValue(profile.biography());
        showInterests(profile);
    }

    private void showInterests(OwnProfile.Profile profile) {
        others.clear();
        var offered = new LinkedHashSet<String>();
        profile.interests().forEach(key -> (topics.containsKey(key) ? offered : others).add(key));
        interests.setValue(offered);
    }

    /** Topics of meetings that are not offered at the moment stay chosen. */
    private Set<String> chosen() {
        var chosen = new LinkedHashSet<>(interests.getValue());
        chosen.addAll(others);
        return chosen;
    }

    private String name(String key) {
        var topic = topics.get(key);
        return topic == null ? key : words.text(topic.name());
    }

    private Span topic(String key) {
        var topic = topics.get(key);
        var span = topic == null ? new Span(key) : words.marked(topic.name());
        span.addClassName("topic");
        if (topic != null) {
            span.addClassName(Hue.of(topic.hue()));
        }
        return span;
    }
}
