package org.caravanserai.testing;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.util.TestSocketUtils;

/** Lets the server listen on a free port and know its own address, as links in mails need it. */
public class FreePort implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var port = TestSocketUtils.findAvailableTcpPort();
        TestPropertyValues.of("server.port=" + port, "caravanserai.base-address=http://127.0.0.1:" + port)
                .applyTo(context);
    }
}
