package org.palimpsest.evaluation.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds labelled pictures on disk. The layout is told by names:
 *
 * <ul>
 *   <li>{@code Tp} and {@code Gt}, at any depth, {@code Au} beside them: IMDL-BenCo's folders
 *   <li>{@code real}, {@code fake} and perhaps {@code masks}, at any depth
 *   <li>a file {@code *.json}: IMDL-BenCo's list
 *   <li>any other folder: its files are taken as authentic
 * </ul>
 *
 * A set is named after the folder that holds its parts.
 */
public final class DataSets {
  private DataSets() {}

  /**
   * The data set at a path.
   *
   * @throws DataSetException if there is none, or nothing in it
   */
  public static DataSet read(Path path) throws DataSetException {
    if (Files.isRegularFile(path)
        && Folders.name(path).toLowerCase(Locale.ROOT).endsWith(".json")) {
      return JsonList.read(path);
    }
    if (!Files.isDirectory(path)) {
      throw DataSetException.missing(path);
    }
    List<DataSet> parts = new ArrayList<>();
    for (Path folder : Folders.tree(path)) {
      if (Files.isDirectory(folder.resolve("Tp"))) {
        parts.add(benCo(folder, true));
      } else if (Folders.inside(folder, "real") != null || Folders.inside(folder, "fake") != null) {
        parts.add(realAndFake(folder));
      }
    }
    return parts.isEmpty() ? authentic(path) : nonEmpty(path, DataSet.of(parts));
  }

  /**
   * Edited pictures with masks only: {@code Tp} and {@code Gt} at any depth; what lies in {@code
   * Au} is left out.
   *
   * @throws DataSetException if there is no pair of folders
   */
  public static DataSet edits(Path path) throws DataSetException {
    if (!Files.isDirectory(path)) {
      throw DataSetException.missing(path);
    }
    List<DataSet> parts = new ArrayList<>();
    for (Path folder : Folders.tree(path)) {
      if (Files.isDirectory(folder.resolve("Tp"))) {
        parts.add(benCo(folder, false));
      }
    }
    if (parts.isEmpty()) {
      throw DataSetException.noPairs(path);
    }
    return nonEmpty(path, DataSet.of(parts));
  }

  /** Every file of a folder, taken as authentic; folders in it are not searched. */
  public static DataSet authentic(Path path) throws DataSetException {
    return plain(path, Label.AUTHENTIC);
  }

  /** Every file of a folder, taken as fake as a whole; folders in it are not searched. */
  public static DataSet fake(Path path) throws DataSetException {
    return plain(path, Label.FAKE);
  }

  private static DataSet plain(Path path, Label label) throws DataSetException {
    if (!Files.isDirectory(path)) {
      throw DataSetException.missing(path);
    }
    String set = Folders.name(path);
    List<TestImage> images =
        Folders.files(path).stream().map(file -> new TestImage(set, file, label, null)).toList();
    return nonEmpty(
        path,
        new DataSet(
            images,
            List.of(),
            List.of(
                "%s: a plain folder, all %d files taken as %s."
                    .formatted(
                        set, images.size(), label == Label.AUTHENTIC ? "authentic" : "fake"))));
  }

  private static DataSet benCo(Path folder, boolean withOriginals) throws DataSetException {
    String set = Folders.name(folder);
    Path masks = folder.resolve("Gt");
    PairedFolders pairs =
        new PairedFolders(set).pair(folder.resolve("Tp"), Files.isDirectory(masks) ? masks : null);
    List<TestImage> images = new ArrayList<>(pairs.images());
    Path originals = folder.resolve("Au");
    if (withOriginals && Files.isDirectory(originals)) {
      for (Path file : Folders.files(originals)) {
        images.add(TestImage.authentic(set, file));
      }
    }
    return new DataSet(images, pairs.unusable(), List.of());
  }

  private static DataSet realAndFake(Path folder) throws DataSetException {
    String set = Folders.name(folder);
    @Nullable Path real = Folders.inside(folder, "real");
    @Nullable Path fake = Folders.inside(folder, "fake");
    @Nullable Path masks = Folders.inside(folder, "masks");
    List<TestImage> images = new ArrayList<>();
    List<Unusable> unusable = new ArrayList<>();
    if (real != null) {
      Folders.files(real).forEach(file -> images.add(TestImage.authentic(set, file)));
    }
    if (fake != null && masks != null) {
      PairedFolders pairs = new PairedFolders(set).pair(fake, masks);
      images.addAll(pairs.images());
      for (Unusable one : pairs.unusable()) {
        // Beside masks, a fake without one is a wholly generated picture and no mistake.
        if (one.code().equals("EVA-05") && one.file().startsWith(fake)) {
          images.add(TestImage.fake(set, one.file()));
        } else {
          unusable.add(one);
        }
      }
    } else if (fake != null) {
      Folders.files(fake).forEach(file -> images.add(TestImage.fake(set, file)));
    }
    return new DataSet(images, unusable, List.of());
  }

  private static DataSet nonEmpty(Path path, DataSet set) throws DataSetException {
    if (set.images().isEmpty() && set.unusable().isEmpty()) {
      throw DataSetException.empty(path);
    }
    return set;
  }
}
