package org.caravanserai.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.InternalServerError;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.caravanserai.platform.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that a view could not be opened through our fault, with a code under which the log holds the rest. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class FaultView extends InternalServerError implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(FaultView.class);

    private final Words words = Words.here();

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        var code = Ids.code();
        LOG.error("Fault {} on the way to {}", code, event.getLocation().getPath(), parameter.getException());
        var body = new Div();
        body.addClassName("view");
        body.add(
                new PageHeader(words.get("shell.fault.title")),
                new EmptyState(words.get("shell.fault.view", code), new Anchor("/app/", words.get("shell.toHome"))));
        getElement().appendChild(body.getElement());
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return words.get("shell.fault.title") + " · Caravanserai";
    }
}
