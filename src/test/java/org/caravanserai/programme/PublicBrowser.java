package org.caravanserai.programme;

import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.util.Objects;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A browser whose requests pass what real ones do: first the pages that are kept, then security. */
final class PublicBrowser {

    private PublicBrowser() {}

    static MockMvc of(WebApplicationContext application) {
        var keptPages = application.getBean("keptPagesFilterRegistration", FilterRegistrationBean.class);
        DefaultMockMvcBuilder builder = MockMvcBuilders.webAppContextSetup(application)
                .addFilter(Objects.requireNonNull(keptPages.getFilter()), "/m/*")
                .apply(springSecurity());
        return builder.build();
    }
}
