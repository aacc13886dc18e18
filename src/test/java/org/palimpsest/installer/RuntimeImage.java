package org.palimpsest.installer;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A Java runtime with the modules that the program needs, JavaFX among them, and no others. */
final class RuntimeImage {
  /**
   * Needed, but found by no analysis of class files: they are asked for by name or by service.
   * Among them the languages of the window, elliptic curves for servers of models, and archives as
   * file systems.
   */
  private static final Set<String> ASKED_FOR_AT_RUN_TIME =
      Set.of(
          "java.naming",
          "jdk.crypto.cryptoki",
          "jdk.localedata",
          "jdk.management",
          "jdk.unsupported",
          "jdk.zipfs");

  private final PackageFacts facts;
  private final Platform platform;

  RuntimeImage(PackageFacts facts, Platform platform) {
    this.facts = facts;
    this.platform = platform;
  }

  /**
   * Links it.
   *
   * @param jars the class path, analysed for what it uses
   * @param target a folder that does not exist yet
   */
  Path link(List<Path> jars, Path target) throws IOException, PackagingException {
    Tool.ofJdk(
        "jlink",
        List.of(
            "--module-path",
            facts.javafx().toString(),
            "--add-modules",
            String.join(",", modules(jars, target.resolveSibling("analysed"))),
            "--include-locales",
            "en,de",
            "--exclude-resources",
            "glob:/javafx.*/*" + platform.ending(),
            "--no-header-files",
            "--no-man-pages",
            "--output",
            target.toString()));
    natives(target.resolve(platform.natives()));
    return target;
  }

  /** In the order of their names, so that two builds link the same. */
  private Set<String> modules(List<Path> jars, Path scratch)
      throws IOException, PackagingException {
    List<String> analysed = withoutDescriptors(jars, FileTree.emptied(scratch));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--multi-release",
                Integer.toString(Runtime.version().feature()),
                "--ignore-missing-deps",
                "--print-module-deps",
                "--module-path",
                facts.javafx().toString(),
                "--class-path",
                String.join(File.pathSeparator, analysed)));
    arguments.addAll(analysed);
    String printed = Tool.ofJdk("jdeps", arguments).strip();
    FileTree.delete(scratch);
    Set<String> modules = new TreeSet<>(ASKED_FOR_AT_RUN_TIME);
    modules.addAll(List.of(printed.substring(printed.lastIndexOf('\n') + 1).split(",")));
    ModuleFinder.of(facts.javafx()).findAll().stream()
        .map(module -> module.descriptor().name())
        .forEach(modules::add);
    if (!modules.contains("java.base") || !modules.contains("javafx.controls")) {
      throw new PackagingException("The modules are incomplete: " + modules + "\n" + printed);
    }
    return modules;
  }

  /** On the class path module descriptors mean nothing, but jdeps would hold the jars to them. */
  private static List<String> withoutDescriptors(List<Path> jars, Path folder) throws IOException {
    List<String> copies = new ArrayList<>();
    for (Path jar : jars) {
      Path copy = folder.resolve(jar.getFileName());
      SlimJar.copy(jar, copy, entry -> entry.endsWith("module-info.class"));
      copies.add(copy.toString());
    }
    return copies;
  }

  /**
   * JavaFX's native libraries lie in its jars. Left there they would be unpacked into every user's
   * home at the first start; from here they are loaded in place.
   */
  private void natives(Path folder) throws IOException {
    for (Path jar : FileTree.files(facts.javafx())) {
      try (ZipFile zip = new ZipFile(jar.toFile())) {
        for (ZipEntry entry : zip.stream().toList()) {
          if (entry.getName().endsWith(platform.ending()) && !entry.getName().contains("/")) {
            Files.copy(zip.getInputStream(entry), folder.resolve(entry.getName()));
          }
        }
      }
    }
  }
}
