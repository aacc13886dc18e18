package org.palimpsest.ui.models;

import org.palimpsest.registry.ModelCard;

/**
 * A model of this machine.
 *
 * @param name by which it is asked for
 * @param title for people
 * @param card what is known of it
 * @param words the card in plain words
 * @param state whether its weights are those of the card
 */
public record ListedModel(
    String name, String title, ModelCard card, String words, ModelState state) {
  ListedModel with(ModelState next) {
    return new ListedModel(name, title, card, words, next);
  }

  public boolean isUsable() {
    return !(state instanceof ModelState.Unusable);
  }
}
