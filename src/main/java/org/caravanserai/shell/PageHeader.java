package org.caravanserai.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;

/** The head of a view: its only first heading, and what can be done with the whole of it. */
public class PageHeader extends Header {

    private static final long serialVersionUID = 1L;

    private final H1 title = new H1();
    private final Div words = new Div();

    /** A head with actions at its end. */
    public PageHeader(String title, Component... actions) {
        addClassName("page-header");
        this.title.setText(title);
        words.addClassName("page-header-words");
        words.add(this.title);
        add(words);
        if (actions.length > 0) {
            var group = new Div(actions);
            group.addClassName("page-header-actions");
            add(group);
        }
    }

    /** Adds a muted line under the title that says where one is or what the view is for. */
    public PageHeader with(String line) {
        return with(new Paragraph(line));
    }

    /** Adds a muted line, made of components, under the title. */
    public PageHeader with(Component line) {
        line.addClassName("page-header-line");
        words.add(line);
        return this;
    }

    /** Changes the title. */
    public void setTitleText(String changed) {
        title.setText(changed);
    }
}
