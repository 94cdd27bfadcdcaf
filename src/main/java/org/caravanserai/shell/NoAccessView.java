package org.caravanserai.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;

/** Says that the acting person may not open a view, and where she can go instead. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class NoAccessView extends Div implements HasErrorParameter<AccessDeniedException>, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final Words words = Words.here();

    NoAccessView() {
        addClassName("view");
        add(
                new PageHeader(words.get("shell.noAccess.title")),
                new EmptyState(words.get("shell.noAccess.text"), new Anchor("/app/", words.get("shell.toHome"))));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        return HttpServletResponse.SC_FORBIDDEN;
    }

    @Override
    public String getPageTitle() {
        return words.get("shell.noAccess.title") + " · Caravanserai";
    }
}
