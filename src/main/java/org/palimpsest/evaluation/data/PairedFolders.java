package org.palimpsest.evaluation.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pictures and masks in two folders, paired by their names up to the extension. */
final class PairedFolders {
  private final String set;
  private final List<TestImage> images = new ArrayList<>();
  private final List<Unusable> unusable = new ArrayList<>();

  PairedFolders(String set) {
    this.set = set;
  }

  List<TestImage> images() {
    return images;
  }

  List<Unusable> unusable() {
    return unusable;
  }

  /**
   * Pairs the files.
   *
   * @param masks null where the folder is missing: then every picture lacks its mask
   */
  PairedFolders pair(Path pictures, @Nullable Path masks) throws DataSetException {
    Map<String, Path> byName = new LinkedHashMap<>();
    for (Path mask : masks == null ? List.<Path>of() : Folders.files(masks)) {
      Path other = byName.putIfAbsent(Folders.stem(mask), mask);
      if (other != null) {
        refuse(mask, "EVA-05", "Another mask has the same name: " + Folders.name(other) + ".");
      }
    }
    for (Path picture : Folders.files(pictures)) {
      Path mask = byName.remove(Folders.stem(picture));
      if (mask == null) {
        refuse(picture, "EVA-05", "No mask has its name.");
      } else {
        images.add(TestImage.edited(set, picture, mask));
      }
    }
    for (Path surplus : byName.values()) {
      refuse(surplus, "EVA-06", "No picture has this mask's name.");
    }
    return this;
  }

  private void refuse(Path file, String code, String reason) {
    unusable.add(new Unusable(set, file, code, reason));
  }
}
