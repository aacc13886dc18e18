package org.palimpsest.report.data;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.palimpsest.evidence.ExhibitMetadata;
import org.palimpsest.evidence.MetadataDirectory;
import org.palimpsest.evidence.MetadataTag;

/**
 * Hides the metadata entries of a file but those known to be technical: makers invent names for
 * entries freely, so a list of what is dangerous would never be complete.
 */
final class MetadataProtection {
  private static final Set<String> TECHNICAL =
      Set.of(
          "image width",
          "image height",
          "compression type",
          "data precision",
          "number of components",
          "component 1",
          "component 2",
          "component 3",
          "component 4",
          "make",
          "model",
          "orientation",
          "x resolution",
          "y resolution",
          "resolution unit",
          "resolution units",
          "software",
          "date/time",
          "ycbcr positioning",
          "exposure time",
          "f-number",
          "exposure program",
          "iso speed ratings",
          "exif version",
          "date/time original",
          "date/time digitized",
          "components configuration",
          "compressed bits per pixel",
          "shutter speed value",
          "aperture value",
          "brightness value",
          "exposure bias value",
          "max aperture value",
          "metering mode",
          "white balance",
          "flash",
          "focal length",
          "color space",
          "exif image width",
          "exif image height",
          "focal plane x resolution",
          "focal plane y resolution",
          "focal plane resolution unit",
          "sensing method",
          "file source",
          "scene type",
          "custom rendered",
          "exposure mode",
          "white balance mode",
          "digital zoom ratio",
          "focal length 35",
          "scene capture type",
          "gain control",
          "contrast",
          "saturation",
          "sharpness",
          "interoperability index",
          "interoperability version",
          "version",
          "thumbnail width pixels",
          "thumbnail height pixels",
          "compression",
          "thumbnail offset",
          "thumbnail length",
          "profile size",
          "cmm type",
          "profile version",
          "class",
          "profile connection space",
          "signature",
          "tag count",
          "detected file type name",
          "detected mime type",
          "number of tables",
          "bits per sample",
          "color type",
          "filter method",
          "interlace method",
          "compression method",
          "sub-sec time",
          "dct encode version",
          "color transform",
          "flashpix version",
          "rows per strip",
          "samples per pixel",
          "photometric interpretation",
          "planar configuration",
          "strip byte counts",
          "strip offsets",
          "new subfile type");

  /** Values of these must not come back in a sentence either. */
  private static final Pattern TELLING =
      Pattern.compile(
          "artist|author|owner|creator|by-?line|copyright|serial|credit|contact|name|city|location"
              + "|gps|host|caption|title|description|comment|unique id|document|instance|source");

  private final Redactor redactor;

  MetadataProtection(Redactor redactor) {
    this.redactor = redactor;
  }

  /** Makes the redactor know what it has to hide everywhere. */
  void learn(ExhibitMetadata metadata) {
    for (MetadataDirectory directory : metadata.directories()) {
      for (MetadataTag tag : directory.tags()) {
        String name = tag.name().toLowerCase(Locale.ROOT);
        if (!TECHNICAL.contains(name)
            && (TELLING.matcher(name).find() || directory.name().contains("GPS"))) {
          redactor.learn(tag.value());
        }
      }
    }
  }

  ExhibitMetadata protect(ExhibitMetadata metadata) {
    List<MetadataDirectory> directories =
        metadata.directories().stream()
            .map(
                directory ->
                    new MetadataDirectory(
                        directory.name(), directory.tags().stream().map(this::protect).toList()))
            .toList();
    return new ExhibitMetadata(
        redactor.maskOrNull(metadata.camera()),
        redactor.maskOrNull(metadata.software()),
        metadata.taken(),
        metadata.credentials(),
        metadata.jpeg(),
        metadata.thumbnail(),
        directories,
        redactor.mask(metadata.notes()));
  }

  private MetadataTag protect(MetadataTag tag) {
    return TECHNICAL.contains(tag.name().toLowerCase(Locale.ROOT))
        ? new MetadataTag(tag.name(), redactor.mask(tag.value()))
        : new MetadataTag(redactor.mask(tag.name()), SourceProtection.MARK);
  }
}
