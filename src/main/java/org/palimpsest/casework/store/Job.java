package org.palimpsest.casework.store;

import java.nio.file.Path;
import org.palimpsest.casework.ExaminationRequest;

/**
 * An examination that was asked for and is not done yet.
 *
 * @param id by which the queue knows it
 * @param exhibit what is to be examined
 * @param path where its bytes are
 * @param request how it is to be examined
 * @param running whether it is in hand
 */
public record Job(long id, long exhibit, Path path, ExaminationRequest request, boolean running) {}
