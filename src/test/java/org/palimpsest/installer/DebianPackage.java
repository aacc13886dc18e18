package org.palimpsest.installer;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;

/**
 * The app image as a package for Debian and its relatives. It has no scripts of its own: menu, file
 * types and icons are taken up by the triggers of the packages that care for them, and nothing in a
 * home folder is ever touched.
 */
final class DebianPackage {
  private static final String ID = "org.palimpsest.Palimpsest";

  private final PackageFacts facts;
  private final Path definitions;

  DebianPackage(PackageFacts facts) {
    this.facts = facts;
    this.definitions = facts.definitions().resolve(Platform.LINUX.folder());
  }

  /**
   * Builds it.
   *
   * @param image copied by links, so that its large files are not written again
   * @param icons as {@link IconFiles} wrote them
   * @return the package
   */
  Path build(AppImage image, Path icons, Path work) throws IOException, PackagingException {
    Path root = FileTree.emptied(work.resolve("debian"));
    Path home = root.resolve("opt/palimpsest");
    FileTree.copy(image.folder(), home, true);
    Path app = home.resolve(image.folder().relativize(image.app()).toString());
    // Not through the link: the app image has its own.
    Files.delete(app.resolve(PackageKind.FILE));
    PackageKind.write(app, "deb");
    links(root, home, app);
    shared(root.resolve("usr/share"), icons);
    Path control = Files.createDirectories(root.resolve("DEBIAN"));
    Files.writeString(control.resolve("md5sums"), digests(root));
    long kilobytes = FileTree.bytes(root) / 1024;
    String architecture = Platform.processor().equals("x86_64") ? "amd64" : "arm64";
    Map<String, String> names =
        Map.of(
            "version", facts.version(),
            "architecture", architecture,
            "size", Long.toString(kilobytes));
    Path template = definitions.resolve("control");
    Files.writeString(
        control.resolve("control"), Options.filled(Files.readString(template), names, template));
    FileTree.settle(root, facts.time());
    Path result = work.resolve("palimpsest_%s_%s.deb".formatted(facts.version(), architecture));
    Tool.run(
        work,
        Map.of("SOURCE_DATE_EPOCH", Long.toString(facts.time().getEpochSecond())),
        List.of(
            "dpkg-deb",
            "--build",
            "--root-owner-group",
            "-Zzstd",
            "-z9",
            root.toString(),
            result.toString()));
    FileTree.delete(root);
    return result;
  }

  private static void links(Path root, Path home, Path app) throws IOException {
    Path commands = Files.createDirectories(root.resolve("usr/bin"));
    for (String launcher : List.of("palimpsest", "palimpsest-workbench")) {
      Path target = home.resolve("bin").resolve(launcher);
      Files.createSymbolicLink(commands.resolve(launcher), commands.relativize(target));
    }
    Path data = Files.createDirectories(root.resolve("usr/share/palimpsest"));
    Files.createSymbolicLink(data.resolve("samples"), data.relativize(app.resolve("samples")));
  }

  private void shared(Path share, Path icons) throws IOException, PackagingException {
    place("application.desktop", share.resolve("applications/" + ID + ".desktop"));
    place("metainfo.xml", share.resolve("metainfo/" + ID + ".metainfo.xml"));
    place("mime.xml", share.resolve("mime/packages/" + ID + ".xml"));
    place("copyright", share.resolve("doc/palimpsest/copyright"));
    for (int size : IconFiles.SIZES) {
      Path folder = share.resolve("icons/hicolor/%1$dx%1$d".formatted(size));
      icon(icons.resolve(IconFiles.png(size)), folder, ".png");
    }
    icon(icons.resolve(IconFiles.SVG), share.resolve("icons/hicolor/scalable"), ".svg");
  }

  private static void icon(Path file, Path folder, String ending) throws IOException {
    Path apps = Files.createDirectories(folder.resolve("apps"));
    Path types = Files.createDirectories(folder.resolve("mimetypes"));
    Files.copy(file, apps.resolve(ID + ending));
    Files.copy(file, types.resolve("application-x-palimpsest" + ending));
  }

  private void place(String template, Path target) throws IOException, PackagingException {
    Path file = definitions.resolve(template);
    Map<String, String> names =
        Map.of("version", facts.version(), "date", facts.time().toString().substring(0, 10));
    Files.createDirectories(target.getParent());
    Files.writeString(target, Options.filled(Files.readString(file), names, file));
  }

  /** For {@code dpkg --verify}, which knows no other digest. */
  private static String digests(Path root) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Path file : FileTree.files(root)) {
      lines.append(md5(file)).append("  ").append(root.relativize(file)).append('\n');
    }
    return lines.toString();
  }

  private static String md5(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      try (var in = Files.newInputStream(file)) {
        byte[] buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          digest.update(buffer, 0, read);
        }
      }
      return "%032x".formatted(new BigInteger(1, digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
