package org.palimpsest.ui.viewer;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the viewer asks of the window around it.
 *
 * @param chooseFile asks where to save; gets a suggested name, empty when declined
 * @param saved told of a file that was written
 * @param failed told of what went wrong, to be shown once
 */
public record ViewerHooks(
    Function<String, Optional<Path>> chooseFile,
    Consumer<Path> saved,
    Consumer<Throwable> failed) {}
