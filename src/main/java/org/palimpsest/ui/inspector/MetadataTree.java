package org.palimpsest.ui.inspector;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.VBox;
import org.palimpsest.evidence.MetadataDirectory;
import org.palimpsest.evidence.MetadataTag;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.settings.Messages;

/** Everything the file says of itself as a tree that can be searched. */
final class MetadataTree {
  private static final double HEIGHT = 260;

  private final List<MetadataDirectory> directories;
  private final TreeView<String> tree = new TreeView<>();
  private final VBox box;

  MetadataTree(Messages messages, List<MetadataDirectory> directories) {
    this.directories = directories;
    TextField search = new TextField();
    search.setId("metadata-search");
    search.getStyleClass().add("small");
    search.setPromptText(messages.text("inspector.metadata.search"));
    search.setAccessibleText(messages.text("inspector.metadata.search"));
    search.textProperty().subscribe(this::show);
    tree.setShowRoot(false);
    tree.setPrefHeight(HEIGHT);
    tree.getStyleClass().add("dense");
    tree.setAccessibleText(messages.text("inspector.section.metadata"));
    box = new VBox(4, search, tree);
  }

  Node node() {
    return box;
  }

  private void show(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    TreeItem<String> root = new TreeItem<>();
    for (MetadataDirectory directory : directories) {
      TreeItem<String> branch = new TreeItem<>(VisibleName.of(directory.name()));
      boolean whole = directory.name().toLowerCase(Locale.ROOT).contains(wanted);
      for (MetadataTag tag : directory.tags()) {
        String words = tag.name() + ": " + tag.value();
        if (whole || words.toLowerCase(Locale.ROOT).contains(wanted)) {
          branch.getChildren().add(new TreeItem<>(VisibleName.of(words)));
        }
      }
      if (!branch.getChildren().isEmpty()) {
        branch.setExpanded(!wanted.isEmpty() || directories.size() <= 2);
        root.getChildren().add(branch);
      }
    }
    tree.setRoot(root);
  }
}
