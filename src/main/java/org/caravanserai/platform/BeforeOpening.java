package org.caravanserai.platform;

/**
 * Work that must be done before the application answers anybody, such as loading tables that pages rely on. Beans are asked
 * one after another, in the order of {@link org.springframework.core.annotation.Order}, without a signed-in person; if one
 * fails, the application does not start.
 */
public interface BeforeOpening {

    /** Does the work, which may be a look that there is none. */
    void prepare();
}
