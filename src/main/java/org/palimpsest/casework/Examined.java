package org.palimpsest.casework;

import java.nio.file.Path;
import org.palimpsest.heatmap.Heatmap;
import org.palimpsest.imaging.RgbImage;

/**
 * A finished examination with its pictures, before they are drawn and written.
 *
 * @param source the examined file
 * @param record the result
 * @param image the upright pixels
 * @param heatmap the map in image coordinates
 */
public record Examined(Path source, ExaminationRecord record, RgbImage image, Heatmap heatmap) {}
