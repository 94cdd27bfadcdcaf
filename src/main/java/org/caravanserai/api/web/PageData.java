package org.caravanserai.api.web;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param items its rows
 * @param next the cursor of the next page; empty on the last
 */
record PageData<T>(List<T> items, Optional<String> next) {}
