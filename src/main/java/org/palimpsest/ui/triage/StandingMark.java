package org.palimpsest.ui.triage;

import javafx.scene.control.Label;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.palimpsest.casework.Outcome;
import org.palimpsest.settings.Messages;
import org.palimpsest.ui.fx.OutcomeMark;

/** How an exhibit stands, as a sign with words; the colour only repeats what both say. */
final class StandingMark {
  private final Messages messages;

  StandingMark(Messages messages) {
    this.messages = messages;
  }

  Ikon sign(Standing standing) {
    return switch (standing) {
      case INCONSISTENT -> OutcomeMark.sign(Outcome.INCONSISTENT);
      case INCONCLUSIVE -> OutcomeMark.sign(Outcome.INCONCLUSIVE);
      case CONSISTENT -> OutcomeMark.sign(Outcome.CONSISTENT);
      case FAILED -> MaterialDesignF.FILE_ALERT_OUTLINE;
      case RUNNING -> MaterialDesignP.PROGRESS_CLOCK;
      case QUEUED -> MaterialDesignT.TIMER_SAND;
      case WAITING -> MaterialDesignF.FILE_IMAGE_OUTLINE;
    };
  }

  String words(Standing standing) {
    return switch (standing) {
      case INCONSISTENT -> OutcomeMark.words(messages, Outcome.INCONSISTENT);
      case INCONCLUSIVE -> OutcomeMark.words(messages, Outcome.INCONCLUSIVE);
      case CONSISTENT -> OutcomeMark.words(messages, Outcome.CONSISTENT);
      case FAILED, RUNNING, QUEUED, WAITING -> messages.text("triage.standing." + standing.key());
    };
  }

  /** Makes a label say it. */
  void put(Label label, Standing standing) {
    FontIcon icon = new FontIcon(sign(standing));
    icon.getStyleClass().addAll("standing-icon", "standing-" + standing.key());
    label.setGraphic(icon);
    label.setText(words(standing));
  }
}
