package org.caravanserai.review.assignment;

import com.google.ortools.Loader;

/** Loads the native part of OR-Tools, once and only when an assignment is asked for. */
final class NativeSolvers {

    static {
        Loader.loadNativeLibraries();
    }

    private NativeSolvers() {}

    /** Returns when the native part is there. */
    static void ready() {
        // The class initialiser did it: the virtual machine runs it once, and others wait.
    }
}
