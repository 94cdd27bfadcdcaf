package org.caravanserai.shell;

/**
 * How one thing stands, as a number with its words.
 *
 * @param group the path of the {@link MenuGroup} that it tells about; empty for the person herself
 * @param value the number, in her language
 * @param label what is counted
 * @param path the route that shows what is counted, without {@code /app/}
 * @param order where it stands: small numbers first
 */
public record Standing(String group, String value, String label, String path, int order) {}
