package org.caravanserai.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.RouteNotFoundError;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/**
 * A kind answer to an address that leads nowhere, or to something that the acting person may not know of. A view sends her
 * here by throwing {@link NotFoundException}.
 */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class NotFoundView extends RouteNotFoundError implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final Words words = Words.here();

    NotFoundView() {
        var body = new Div();
        body.addClassName("view");
        body.setId("nothing-here");
        body.add(
                new PageHeader(words.get("shell.notFound.title")),
                new EmptyState(words.get("shell.notFound.text"), new Anchor("/app/", words.get("shell.toHome"))));
        getElement().appendChild(body.getElement());
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return words.get("shell.notFound.title") + " · Caravanserai";
    }
}
