package org.caravanserai.platform;

import com.google.ortools.Loader;

/** Loads the native part of OR-Tools, once and only when a model is to be solved. */
public final class NativeSolvers {

    static {
        Loader.loadNativeLibraries();
    }

    private NativeSolvers() {}

    /** Returns when the native part is there. */
    public static void ready() {
        // The class initialiser did it: the virtual machine runs it once, and others wait.
    }
}
