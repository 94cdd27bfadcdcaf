package org.caravanserai.programme;

import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.util.Objects;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The public pages as they are served: kept pages first, then security and controllers. */
final class PublicSite {

    private PublicSite() {}

    /** Asks an application. */
    static MockMvc of(WebApplicationContext application) {
        var keptPages = application.getBean("keptPagesFilterRegistration", FilterRegistrationBean.class);
        DefaultMockMvcBuilder builder = MockMvcBuilders.webAppContextSetup(application)
                .addFilter(Objects.requireNonNull(keptPages.getFilter()), "/m/*")
                .apply(springSecurity());
        return builder.build();
    }
}
